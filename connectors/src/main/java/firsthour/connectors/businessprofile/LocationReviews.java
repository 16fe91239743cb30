package firsthour.connectors.businessprofile;

import firsthour.connectors.Budget;
import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.GoogleConsent;
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

/// Asks for the reviews of one location, and answers them.
final class LocationReviews {
    private static final int PAGE = 50;
    private static final Json<Reviews> LIST =
            new Json<>(
                            Reviews.class,
                            Reviews::isWhole,
                            "list of reviews",
                            BusinessProfileConnector.ENDPOINT)
                    .explainedBy(ProfileErrors::ofList);
    private static final Json<Reviews.Review> REVIEW =
            new Json<>(
                            Reviews.Review.class,
                            Reviews.Review::isWhole,
                            "review",
                            BusinessProfileConnector.ENDPOINT)
                    .explainedBy(ProfileErrors::ofReview);
    private static final Json<Reviews.Reply> REPLY =
            new Json<>(
                            Reviews.Reply.class,
                            reply -> reply.comment() != null,
                            "answer",
                            BusinessProfileConnector.ENDPOINT)
                    .explainedBy(ProfileErrors::ofReply);

    private final GoogleConsent consent;
    private final PostRules rules;
    private final Settings settings;
    private final URI address;

    LocationReviews(GoogleConsent consent, PostRules rules, Settings settings, URI address) {
        this.consent = consent;
        this.rules = rules;
        this.settings = settings;
        this.address = address;
    }

    NewestFirst.Page page(String location, Optional<String> token) {
        return switch (list(location, PAGE, token)) {
            case Json.Reply.Refused<Reviews>(Refusal why, Budget left, _) ->
                    new NewestFirst.Page.Refused(why, left);
            case Json.Reply.Read<Reviews>(Reviews found, _, Budget left) -> {
                List<Post> posts = new ArrayList<>();
                List<Pull.Rejected> rejected = new ArrayList<>();
                ReviewReader.read(found.reviewsOrNone(), posts, rejected);
                yield new NewestFirst.Page.Read(
                        posts, rejected, Optional.ofNullable(found.next()), left);
            }
        };
    }

    Look recheck(String location, List<PostRef> known) {
        return OneByOne.look(
                known,
                post -> look(location, post, ReviewReader::find),
                () -> findObstacle(location));
    }

    Look replies(String location, PostRef answered) {
        return OneByOne.look(
                List.of(answered),
                post -> look(location, post, ReviewReader::findReply),
                () -> findObstacle(location));
    }

    Sent reply(String location, OutgoingReply reply) {
        String review = reply.to().externalId();
        Request request =
                Request.put(
                        Query.to(address, path(location, review) + "/reply").uri(),
                        "application/json",
                        Json.write(Map.of("comment", reply.text())));
        return ask(REPLY, request)
                .sent(taken ->
                        taken.isRejected()
                                ? new Sent.Refused(
                                        new Refusal.Denied(
                                                "Google does not publish this answer: it breaks its"
                                                        + " rules for reviews."))
                                : new Sent.Done(ReviewReader.idOfReply(review), reply.to().url()));
    }

    private Look look(
            String location, PostRef post, Function<Reviews.Review, Optional<Post>> part) {
        URI uri = Query.to(address, path(location, post.externalId())).uri();
        return ask(REVIEW, Request.get(uri))
                .look(
                        (review, left) ->
                                new Look.Seen(
                                        part.apply(review).flatMap(rules::find).stream().toList(),
                                        Set.of(),
                                        left),
                        Set.of(post.externalId()));
    }

    /// A review is not found either where the location is not.
    private Optional<Refusal> findObstacle(String location) {
        return list(location, 1, Optional.empty())
                        instanceof Json.Reply.Refused<Reviews>(var why, _, _)
                ? Optional.of(why)
                : Optional.empty();
    }

    private Json.Reply<Reviews> list(String location, int most, Optional<String> token) {
        Query query =
                Query.to(address, path(location))
                        .with("pageSize", most)
                        .with("orderBy", "updateTime desc");
        URI uri = (token.isPresent() ? query.with("pageToken", token.get()) : query).uri();
        return ask(LIST, Request.get(uri));
    }

    private <T> Json.Reply<T> ask(Json<T> json, Request request) {
        return consent.ask(json, settings, address, request);
    }

    private static String path(String location) {
        return "/v4/" + location + "/reviews";
    }

    private static String path(String location, String review) {
        return path(location) + "/" + Query.encode(review);
    }
}
