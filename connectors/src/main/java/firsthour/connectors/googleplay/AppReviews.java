package firsthour.connectors.googleplay;

import firsthour.connectors.Budget;
import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.NewestFirst;
import firsthour.connectors.reading.OneByOne;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Query;
import firsthour.http.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Asks for the reviews of one app, and answers them.
final class AppReviews {
    private static final int PAGE = 100;
    private static final Json<Reviews> LIST =
            new Json<>(
                            Reviews.class,
                            Reviews::isWhole,
                            "list of reviews",
                            GooglePlayConnector.ENDPOINT)
                    .explainedBy(PlayErrors::ofList);
    private static final Json<Reviews.Review> REVIEW =
            new Json<>(
                            Reviews.Review.class,
                            Reviews.Review::isWhole,
                            "review",
                            GooglePlayConnector.ENDPOINT)
                    .explainedBy(PlayErrors::ofReview);
    private static final Json<Reviews.Replied> REPLIED =
            new Json<>(
                            Reviews.Replied.class,
                            replied -> replied.result() != null,
                            "result",
                            GooglePlayConnector.ENDPOINT)
                    .explainedBy(PlayErrors::ofReply);

    private final ServiceSession session;
    private final PostRules rules;
    private final URI address;
    private final String app;
    private final ReviewReader reader;

    AppReviews(ServiceSession session, PostRules rules, URI address, String app) {
        this.session = session;
        this.rules = rules;
        this.address = address;
        this.app = app;
        this.reader = new ReviewReader(app);
    }

    NewestFirst.Page page(Optional<String> token) {
        return switch (list(PAGE, token)) {
            case Json.Reply.Refused<Reviews>(Refusal why, Budget left, _) ->
                    new NewestFirst.Page.Refused(why, left);
            case Json.Reply.Read<Reviews>(Reviews found, _, Budget left) -> {
                List<Post> posts = new ArrayList<>();
                List<Pull.Rejected> rejected = new ArrayList<>();
                reader.read(found.reviewsOrNone(), posts, rejected);
                yield new NewestFirst.Page.Read(posts, rejected, found.next(), left);
            }
        };
    }

    Look recheck(List<PostRef> known) {
        return OneByOne.look(known, post -> look(post, reader::find), this::findObstacle);
    }

    Look replies(PostRef answered) {
        return OneByOne.look(
                List.of(answered), post -> look(post, reader::findReply), this::findObstacle);
    }

    Sent reply(OutgoingReply reply) {
        String review = reply.to().externalId();
        Request request =
                Request.post(
                        Query.to(address, path(review) + ":reply").uri(),
                        "application/json",
                        Json.write(Map.of("replyText", reply.text())));
        return session.ask(REPLIED, request)
                .sent(replied ->
                        new Sent.Done(
                                ReviewReader.idOfReply(review), Optional.of(reader.page(review))));
    }

    private Look look(PostRef post, Function<Reviews.Review, Optional<Post>> part) {
        Request request = Request.get(Query.to(address, path(post.externalId())).uri());
        return session.ask(REVIEW, request)
                .look(
                        (review, left) ->
                                new Look.Seen(
                                        part.apply(review).flatMap(rules::find).stream().toList(),
                                        Set.of(),
                                        left),
                        Set.of(post.externalId()));
    }

    /// A review is not found either where the app is not.
    private Optional<Refusal> findObstacle() {
        return list(1, Optional.empty()) instanceof Json.Reply.Refused<Reviews>(var why, _, _)
                ? Optional.of(why)
                : Optional.empty();
    }

    private Json.Reply<Reviews> list(int most, Optional<String> token) {
        Query query = Query.to(address, path()).with("maxResults", most);
        URI uri = (token.isPresent() ? query.with("token", token.get()) : query).uri();
        return session.ask(LIST, Request.get(uri));
    }

    private String path() {
        return "/androidpublisher/v3/applications/" + Query.encode(app) + "/reviews";
    }

    private String path(String review) {
        return path() + "/" + Query.encode(review);
    }
}
