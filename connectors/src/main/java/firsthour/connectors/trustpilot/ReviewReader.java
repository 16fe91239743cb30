package firsthour.connectors.trustpilot;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.OwnAnswers;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Query;
import firsthour.connectors.reading.Times;
import firsthour.connectors.trustpilot.ServiceReviews.Consumer;
import firsthour.connectors.trustpilot.ServiceReviews.Reply;
import firsthour.connectors.trustpilot.ServiceReviews.Review;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes a post of each review, and one of the company's reply to it.
final class ReviewReader {
    private static final String SITE = "https://www.trustpilot.com";

    private ReviewReader() {}

    static URI page(String review) {
        return URI.create(SITE + "/reviews/" + Query.encode(review));
    }

    static void read(List<Review> reviews, List<Post> posts, List<Pull.Rejected> rejected) {
        for (Review review : reviews) {
            List<Post> found = find(review);
            if (found.isEmpty()) {
                String where =
                        PostRules.findId(review.id()).map(id -> "review " + id).orElse("a review");
                rejected.add(new Pull.Rejected(where, "It has no id or no time."));
            }
            posts.addAll(found);
        }
    }

    /// Finds the review and, where there is one, the reply behind it; neither where the review has
    /// no id or no time.
    static List<Post> find(Review review) {
        Optional<String> id = PostRules.findId(review.id());
        Optional<Instant> created = Times.find(review.createdAt());
        if (id.isEmpty() || created.isEmpty()) {
            return List.of();
        }
        Post post = post(review, id.get(), created.get());
        return Optional.ofNullable(review.companyReply())
                .flatMap(reply -> reply(reply, post))
                .map(reply -> List.of(post, reply))
                .orElse(List.of(post));
    }

    private static Post post(Review review, String id, Instant created) {
        return new Post(
                id,
                Optional.of(page(id)),
                Optional.ofNullable(review.title()),
                review.text() == null ? "" : review.text(),
                Optional.ofNullable(review.consumer()).flatMap(ReviewReader::author),
                Optional.ofNullable(review.language()).filter(tag -> !tag.isBlank()),
                PostRules.findStars(review.stars()),
                Optional.empty(),
                created,
                Times.find(review.updatedAt()).filter(updated -> updated.isAfter(created)));
    }

    private static Optional<Post.Author> author(Consumer consumer) {
        return PostRules.findId(consumer.id())
                .map(id ->
                        new Post.Author(
                                id,
                                Optional.ofNullable(consumer.displayName()),
                                Optional.of(URI.create(SITE + "/users/" + Query.encode(id))),
                                OptionalLong.empty()));
    }

    private static Optional<Post> reply(Reply reply, Post answered) {
        Optional<Instant> created = Times.find(reply.createdAt());
        if (created.isEmpty() || reply.text() == null || reply.text().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                OwnAnswers.to(
                        answered,
                        reply.text(),
                        created.get(),
                        Times.find(reply.updatedAt())
                                .filter(updated -> updated.isAfter(created.get()))));
    }
}
