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
import firsthour.connectors.reading.Query;
import firsthour.http.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private final ReviewReader reader;
    private final Access access;

    ReviewApi(URI address, String app, Access access) {
        this.address = address;
        this.reader = new ReviewReader(app);
        this.access = access;
    }

    /// @param token the address of the page, as the page before gave it
    NewestFirst.Page page(String app, Optional<String> token) {
        Optional<URI> uri = token.isEmpty() ? Optional.of(first(app)) : here(token.get());
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

    private URI first(String app) {
        return Query.to(address, "/v1/apps/" + app + "/customerReviews")
                .with("sort", "-createdDate")
                .with("limit", PAGE)
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
        return OneByOne.look(known, this::recheck);
    }

    private Look recheck(PostRef known) {
        return ask(OwnAnswers.reviewOf(known.externalId()))
                .look(
                        (found, left) -> OwnAnswers.seen(known, posts(found), left),
                        Set.of(known.externalId()));
    }

    Look replies(String id) {
        return ask(id).look((found, left) -> OwnAnswers.replies(posts(found), left), Set.of(id));
    }

    private List<Post> posts(CustomerReviews.One found) {
        return reader.find(found.review(), found.responses());
    }

    private Json.Reply<CustomerReviews.One> ask(String review) {
        URI uri =
                Query.to(address, "/v1/customerReviews/" + Query.encode(review))
                        .with("include", "response")
                        .uri();
        return access.ask(REVIEW, Request.get(uri));
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
