package firsthour.connectors.appstoreconnect;

import firsthour.connectors.Budget;
import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.NewestFirst;
import firsthour.connectors.reading.OneByOne;
import firsthour.connectors.reading.OwnAnswers;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Query;
import firsthour.http.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// Asks Apple for the reviews of one app, and posts responses to them.
final class ReviewApi {
    private static final int PAGE = 200;

    private static final Json<CustomerReviews> LIST =
            new Json<>(
                            CustomerReviews.class,
                            CustomerReviews::isWhole,
                            "list of reviews",
                            Account.ENDPOINT)
                    .explainedBy(Objections::toList);
    private static final Json<CustomerReviews.One> REVIEW =
            new Json<>(
                            CustomerReviews.One.class,
                            CustomerReviews.One::isWhole,
                            "review",
                            Account.ENDPOINT)
                    .explainedBy(Objections::toReview);
    private static final Json<CustomerReviews.Posted> POSTED =
            new Json<>(
                            CustomerReviews.Posted.class,
                            CustomerReviews.Posted::isWhole,
                            "response",
                            Account.ENDPOINT)
                    .explainedBy(Objections::toResponse);

    private final URI address;
    private final String app;
    private final Access access;
    private final ReviewReader reader;
    private final PostRules rules;

    ReviewApi(URI address, Access access, PostRules rules) {
        this.address = address;
        this.app = access.account().app();
        this.access = access;
        this.reader = new ReviewReader(app);
        this.rules = rules;
    }

    /// @param token the address of the page, as the page before gave it
    NewestFirst.Page page(Optional<String> token) {
        Optional<URI> uri = token.isEmpty() ? Optional.of(list(PAGE)) : here(token.get());
        if (uri.isEmpty()) {
            return new NewestFirst.Page.Refused(
                    new Refusal.SourceChanged(
                            "Apple's list of reviews goes on at another address than it began."),
                    Budget.UNSAID);
        }
        return switch (access.ask(LIST, Request.get(uri.get()))) {
            case Json.Reply.Refused<CustomerReviews>(Refusal why, Budget left, _) ->
                    new NewestFirst.Page.Refused(why, left);
            case Json.Reply.Read<CustomerReviews>(CustomerReviews found, _, Budget left) -> {
                List<Post> posts = new ArrayList<>();
                List<Pull.Rejected> rejected = new ArrayList<>();
                reader.read(found.reviews(), found.responses(), posts, rejected);
                yield new NewestFirst.Page.Read(posts, rejected, found.next(), left);
            }
        };
    }

    private URI list(int most) {
        return Query.to(address, "/v1/apps/" + app + "/customerReviews")
                .with("sort", "-createdDate")
                .with("limit", most)
                .with("include", "response")
                .uri();
    }

    /// The token that lets a request in is meant for one host alone.
    private Optional<URI> here(String page) {
        return Addresses.find(page)
                .filter(uri ->
                        address.getScheme().equalsIgnoreCase(uri.getScheme())
                                && address.getRawAuthority()
                                        .equalsIgnoreCase(uri.getRawAuthority()));
    }

    Look recheck(List<PostRef> known) {
        return OneByOne.look(
                known,
                post -> look(post, (found, left) -> OwnAnswers.seen(post, posts(found), left)),
                this::findObstacle);
    }

    Look replies(PostRef answered) {
        return OneByOne.look(
                List.of(answered),
                post -> look(post, (found, left) -> OwnAnswers.replies(posts(found), left)),
                this::findObstacle);
    }

    private Look look(PostRef post, BiFunction<CustomerReviews.One, Budget, Look> seen) {
        String review = OwnAnswers.reviewOf(post.externalId());
        URI uri =
                Query.to(address, "/v1/customerReviews/" + Query.encode(review))
                        .with("include", "response")
                        .uri();
        return access.ask(REVIEW, Request.get(uri)).look(seen, Set.of(post.externalId()));
    }

    /// A key that may no longer see the app finds none of its reviews.
    private Optional<Refusal> findObstacle() {
        return access.ask(LIST, Request.get(list(1)))
                        instanceof Json.Reply.Refused<CustomerReviews>(Refusal why, _, _)
                ? Optional.of(why)
                : Optional.empty();
    }

    private List<Post> posts(CustomerReviews.One found) {
        return reader.find(found.review(), found.responses()).stream()
                .flatMap(post -> rules.find(post).stream())
                .toList();
    }

    Sent reply(OutgoingReply reply) {
        String review = reply.to().externalId();
        Map<String, Object> body =
                Map.of(
                        "data",
                        Map.of(
                                "type",
                                "customerReviewResponses",
                                "attributes",
                                Map.of("responseBody", reply.text()),
                                "relationships",
                                Map.of(
                                        "review",
                                        Map.of(
                                                "data",
                                                Map.of("type", "customerReviews", "id", review)))));
        Request request =
                Request.post(
                        Query.to(address, "/v1/customerReviewResponses").uri(),
                        "application/json",
                        Json.write(body));
        return access.ask(POSTED, request)
                .sent(posted -> new Sent.Done(OwnAnswers.idTo(review), reply.to().url()));
    }
}
