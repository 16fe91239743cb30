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
    private final String key;

    ReviewApi(Outbound outbound, URI address, String key) {
        this.outbound = outbound;
        this.address = address;
        this.key = key;
    }

    /// A page that is not full may still have one behind it; an empty one has none.
    ///
    /// @param token the number of the page
    NewestFirst.Page page(String unit, Optional<String> token) {
        int number = token.map(Integer::valueOf).orElse(1);
        URI uri =
                Query.to(address, "/v1/business-units/" + unit + "/reviews")
                        .with("orderBy", "createdat.desc")
                        .with("perPage", PAGE)
                        .with("page", number)
                        .uri();
        return switch (LIST.ask(outbound, keyed(uri))) {
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
        return OneByOne.look(known, this::recheck);
    }

    private Look recheck(PostRef known) {
        Set<String> gone = Set.of(known.externalId());
        return ask(OwnAnswers.reviewOf(known.externalId()))
                .look(
                        (review, left) ->
                                review.isHidden()
                                        ? new Look.Seen(List.of(), gone, left)
                                        : OwnAnswers.seen(known, ReviewReader.find(review), left),
                        gone);
    }

    Look replies(String id) {
        return ask(id).look(
                        (review, left) -> OwnAnswers.replies(ReviewReader.find(review), left),
                        Set.of(id));
    }

    private Json.Reply<Review> ask(String id) {
        URI uri = Query.to(address, "/v1/reviews/" + Query.encode(id)).uri();
        return REVIEW.ask(outbound, keyed(uri));
    }

    private Request keyed(URI uri) {
        return Request.get(uri).withHeader("apikey", key);
    }

    private static Optional<Refusal> explainList(Answer answer) {
        return isMissing(answer)
                ? Optional.of(
                        new Refusal.Misconfigured(
                                Business.UNIT, "Trustpilot knows no business unit of this id."))
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
                                "Trustpilot does not take the API key. Check it at Trustpilot"
                                        + " Business, Integrations, Developers, APIs."))
                : Optional.empty();
    }

    /// A page of a web server says that the address is wrong, and nothing about a review.
    static boolean isMissing(Answer answer) {
        return answer.status() == 404
                && !answer.isWebPage()
                && !answer.mediaType().equals("text/html");
    }
}
