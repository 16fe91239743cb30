package firsthour.connectors.trustpilot;

import firsthour.connectors.Budget;
import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.NewestFirst;
import firsthour.connectors.reading.OneByOne;
import firsthour.connectors.reading.OwnAnswers;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Query;
import firsthour.connectors.trustpilot.ServiceReviews.Review;
import firsthour.http.Answer;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// Asks Trustpilot for the reviews of one business.
final class ReviewApi {
    private static final int PAGE = 100;

    private static final Json<ServiceReviews> LIST =
            new Json<>(
                            ServiceReviews.class,
                            ServiceReviews::isWhole,
                            "list of reviews",
                            Business.ENDPOINT)
                    .explainedBy(ReviewApi::explainList);
    private static final Json<Review> REVIEW =
            new Json<>(Review.class, Review::isWhole, "review", Business.ENDPOINT)
                    .explainedBy(ReviewApi::explainReview);

    private final Outbound outbound;
    private final URI address;
    private final Business business;
    private final PostRules rules;

    ReviewApi(Outbound outbound, URI address, Business business, PostRules rules) {
        this.outbound = outbound;
        this.address = address;
        this.business = business;
        this.rules = rules;
    }

    /// A page that is not full may still have one behind it; an empty one has none.
    ///
    /// @param token the number of the page
    NewestFirst.Page page(Optional<String> token) {
        int number = token.map(Integer::valueOf).orElse(1);
        return switch (list(PAGE, number)) {
            case Json.Reply.Refused<ServiceReviews>(Refusal why, Budget left, _) ->
                    new NewestFirst.Page.Refused(why, left);
            case Json.Reply.Read<ServiceReviews>(ServiceReviews found, _, Budget left) -> {
                List<Post> posts = new ArrayList<>();
                List<Pull.Rejected> rejected = new ArrayList<>();
                ReviewReader.read(found.withoutGaps(), posts, rejected);
                yield new NewestFirst.Page.Read(
                        posts, rejected, Optional.of(String.valueOf(number + 1)), left);
            }
        };
    }

    Look recheck(List<PostRef> known) {
        return OneByOne.look(
                known,
                post ->
                        look(
                                post,
                                (review, left) ->
                                        review.isHidden()
                                                ? new Look.Seen(
                                                        List.of(), Set.of(post.externalId()), left)
                                                : OwnAnswers.seen(post, posts(review), left)),
                this::findObstacle);
    }

    Look replies(PostRef answered) {
        return OneByOne.look(
                List.of(answered),
                post -> look(post, (review, left) -> OwnAnswers.replies(posts(review), left)),
                this::findObstacle);
    }

    private Look look(PostRef post, BiFunction<Review, Budget, Look> seen) {
        String review = OwnAnswers.reviewOf(post.externalId());
        URI uri = Query.to(address, "/v1/reviews/" + Query.encode(review)).uri();
        return ask(REVIEW, uri).look(seen, Set.of(post.externalId()));
    }

    private List<Post> posts(Review review) {
        return ReviewReader.find(review).stream()
                .flatMap(post -> rules.find(post).stream())
                .toList();
    }

    /// What is no Trustpilot knows no review either.
    private Optional<Refusal> findObstacle() {
        return list(1, 1) instanceof Json.Reply.Refused<ServiceReviews>(Refusal why, _, _)
                ? Optional.of(why)
                : Optional.empty();
    }

    private Json.Reply<ServiceReviews> list(int most, int page) {
        return ask(
                LIST,
                Query.to(address, "/v1/business-units/" + business.unit() + "/reviews")
                        .with("orderBy", "createdat.desc")
                        .with("perPage", most)
                        .with("page", page)
                        .uri());
    }

    private <T> Json.Reply<T> ask(Json<T> json, URI uri) {
        return json.ask(outbound, Request.get(uri).withHeader("apikey", business.key()));
    }

    private static Optional<Refusal> explainList(Answer answer) {
        return isMissing(answer)
                ? Optional.of(
                        new Refusal.Misconfigured(
                                Business.UNIT,
                                "Trustpilot knows no business unit of this id. It may have been"
                                        + " deleted: look its page up and copy the id again."))
                : explain(answer);
    }

    private static Optional<Refusal> explainReview(Answer answer) {
        return isMissing(answer)
                ? Optional.of(new Refusal.Gone("The review is gone from Trustpilot."))
                : explain(answer);
    }

    private static Optional<Refusal> explain(Answer answer) {
        return answer.status() == 401
                ? Optional.of(
                        new Refusal.Unauthorised(
                                "Trustpilot does not take the API key: it was revoked, or is not"
                                        + " whole. Check it at Trustpilot Business, Integrations,"
                                        + " Developers, APIs."))
                : Optional.empty();
    }

    /// A page of a web server says that the address is wrong, and nothing about a review.
    static boolean isMissing(Answer answer) {
        return answer.status() == 404
                && !answer.isWebPage()
                && !answer.mediaType().equals("text/html");
    }
}
