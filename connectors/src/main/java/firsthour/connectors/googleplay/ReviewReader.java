package firsthour.connectors.googleplay;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Query;
import firsthour.connectors.reading.Times;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Makes a post of each review, and one of the developer's answer to it.
final class ReviewReader {
    private static final URI STORE = URI.create("https://play.google.com");

    /// Stands behind the review's id: an answer has none of its own.
    private static final String REPLY = "/reply";

    private final String app;

    ReviewReader(String app) {
        this.app = app;
    }

    static String idOfReply(String review) {
        return review + REPLY;
    }

    void read(
            List<Reviews.@Nullable Review> reviews,
            List<Post> posts,
            List<Pull.Rejected> rejected) {
        for (Reviews.Review review : reviews) {
            Optional<Post> post = find(review);
            if (review == null || post.isEmpty()) {
                String where =
                        review == null || review.id() == null
                                ? "a review"
                                : "review " + review.id();
                rejected.add(new Pull.Rejected(where, "It has no usable id or no time."));
            } else {
                posts.add(post.get());
                findReply(review).ifPresent(posts::add);
            }
        }
    }

    /// Finds the post in a review; empty where it has no usable id or no time.
    Optional<Post> find(Reviews.@Nullable Review review) {
        if (review == null) {
            return Optional.empty();
        }
        return PostRules.findId(review.id())
                .flatMap(id ->
                        review.user()
                                .flatMap(said ->
                                        time(said.modified())
                                                .map(at -> post(id, review, said, at))));
    }

    /// Finds the developer's answer to a review.
    Optional<Post> findReply(Reviews.Review review) {
        return PostRules.findId(review.id())
                .flatMap(id -> review.developer().flatMap(answer -> reply(id, answer)));
    }

    /// The one time is when the review was last changed, so it is taken for when it was written.
    private Post post(
            String id, Reviews.Review review, Reviews.UserComment said, Instant modified) {
        String whole = isBlank(said.original()) ? orEmpty(said.text()) : orEmpty(said.original());
        int tab = whole.indexOf('\t');
        String title = tab < 0 ? "" : whole.substring(0, tab).strip();
        String text = whole.substring(tab + 1).strip();
        return new Post(
                id,
                Optional.of(page(id)),
                title.isEmpty() || text.isEmpty() ? Optional.empty() : Optional.of(title),
                text.isEmpty() ? title : text,
                author(review.author()),
                Optional.ofNullable(said.language()).map(tag -> tag.replace('_', '-')),
                PostRules.findStars(said.stars()),
                Optional.empty(),
                modified,
                Optional.empty());
    }

    private Optional<Post> reply(String review, Reviews.DeveloperComment answer) {
        return time(answer.modified())
                .filter(at -> !isBlank(answer.text()))
                .map(at ->
                        new Post(
                                        idOfReply(review),
                                        Optional.of(page(review)),
                                        Optional.empty(),
                                        orEmpty(answer.text()),
                                        Optional.empty(),
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        Optional.of(review),
                                        at,
                                        Optional.empty())
                                .byTheBrand());
    }

    URI page(String review) {
        return Query.to(STORE, "/store/apps/details")
                .with("id", app)
                .with("reviewId", review)
                .uri();
    }

    private static Optional<Post.Author> author(@Nullable String name) {
        return Optional.ofNullable(name)
                .filter(shown -> !shown.isBlank())
                .map(shown ->
                        new Post.Author(
                                shown, Optional.empty(), Optional.empty(), OptionalLong.empty()));
    }

    private static Optional<Instant> time(Reviews.@Nullable Time time) {
        return time == null ? Optional.empty() : Times.ofSeconds(time.seconds());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
