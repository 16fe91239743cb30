package firsthour.connectors.appstoreconnect;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.appstoreconnect.CustomerReviews.Attributes;
import firsthour.connectors.appstoreconnect.CustomerReviews.Response;
import firsthour.connectors.appstoreconnect.CustomerReviews.Review;
import firsthour.connectors.reading.OwnAnswers;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Times;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes a post of each review, and one of the developer's response to it.
final class ReviewReader {
    private static final String STORE = "https://apps.apple.com/";

    private final String app;

    ReviewReader(String app) {
        this.app = app;
    }

    void read(
            List<Review> reviews,
            List<Response> responses,
            List<Post> posts,
            List<Pull.Rejected> rejected) {
        for (Review review : reviews) {
            List<Post> found = find(review, responses);
            if (found.isEmpty()) {
                String where =
                        PostRules.findId(review.id()).map(id -> "review " + id).orElse("a review");
                rejected.add(new Pull.Rejected(where, "It has no id or no time."));
            }
            posts.addAll(found);
        }
    }

    /// Finds the review and, where there is one, the response behind it; neither where the review
    /// has no id or no time.
    List<Post> find(Review review, List<Response> responses) {
        Attributes said = review.attributes();
        Optional<String> id = PostRules.findId(review.id());
        Optional<Instant> created =
                Optional.ofNullable(said).flatMap(words -> Times.find(words.createdDate()));
        if (said == null || id.isEmpty() || created.isEmpty()) {
            return List.of();
        }
        Post post = post(said, id.get(), created.get());
        return review.responseId()
                .flatMap(response -> response(response, responses, post))
                .map(response -> List.of(post, response))
                .orElse(List.of(post));
    }

    private Post post(Attributes said, String id, Instant created) {
        return new Post(
                id,
                page(said),
                Optional.ofNullable(said.title()),
                said.body() == null ? "" : said.body(),
                Optional.ofNullable(said.reviewerNickname())
                        .map(name ->
                                new Post.Author(
                                        name,
                                        Optional.empty(),
                                        Optional.empty(),
                                        OptionalLong.empty())),
                Optional.empty(),
                PostRules.findStars(said.rating()),
                Optional.empty(),
                created,
                Optional.empty());
    }

    private static Optional<Post> response(String id, List<Response> responses, Post answered) {
        return responses.stream()
                .filter(response -> id.equals(response.id()))
                .findFirst()
                .flatMap(response -> Optional.ofNullable(response.attributes()))
                .filter(words -> words.responseBody() != null && !words.responseBody().isBlank())
                .flatMap(words ->
                        Times.find(words.lastModifiedDate())
                                .map(modified ->
                                        OwnAnswers.to(
                                                answered,
                                                String.valueOf(words.responseBody()),
                                                modified,
                                                Optional.empty())));
    }

    /// A review has no page of its own; the app has one in each country's store.
    private Optional<URI> page(Attributes said) {
        String country = Territories.find(said.territory()).map(two -> two + "/").orElse("");
        return Optional.of(URI.create(STORE + country + "app/id" + app));
    }
}
