package firsthour.connectors.businessprofile;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Makes a post of each review, and one of the owner's answer to it.
final class ReviewReader {
    /// Stands behind the review's id: an answer has none of its own.
    private static final String REPLY = "/reply";

    private ReviewReader() {}

    static String idOfReply(String review) {
        return review + REPLY;
    }

    static void read(
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
    static Optional<Post> find(Reviews.@Nullable Review review) {
        return review == null
                ? Optional.empty()
                : PostRules.findId(review.id())
                        .flatMap(
                                id -> Times.find(review.created()).map(at -> post(id, review, at)));
    }

    /// Finds the owner's answer to a review, unless Google rejected it.
    static Optional<Post> findReply(Reviews.Review review) {
        Reviews.Reply reply = review.reply();
        String comment = reply == null ? null : reply.comment();
        return reply == null || reply.isRejected() || comment == null || comment.isBlank()
                ? Optional.empty()
                : PostRules.findId(review.id())
                        .flatMap(id ->
                                Times.find(reply.updated())
                                        .map(at -> reply(id, review, comment, at)));
    }

    private static Post post(String id, Reviews.Review review, Instant created) {
        return new Post(
                id,
                Addresses.find(review.replyUrl()),
                Optional.empty(),
                OriginalText.of(review.comment() == null ? "" : review.comment()),
                Optional.ofNullable(review.reviewer()).flatMap(ReviewReader::author),
                Optional.empty(),
                stars(review.stars()),
                Optional.empty(),
                created,
                Times.find(review.updated()).filter(updated -> updated.isAfter(created)));
    }

    private static Post reply(String id, Reviews.Review review, String comment, Instant at) {
        return new Post(
                        idOfReply(id),
                        Addresses.find(review.replyUrl()),
                        Optional.empty(),
                        OriginalText.of(comment),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.of(id),
                        at,
                        Optional.empty())
                .byTheBrand();
    }

    private static Optional<Post.Author> author(Reviews.Reviewer reviewer) {
        return Optional.ofNullable(reviewer.name())
                .filter(name -> !reviewer.anonymous() && !name.isBlank())
                .map(name ->
                        new Post.Author(
                                name, Optional.empty(), Optional.empty(), OptionalLong.empty()));
    }

    private static OptionalInt stars(@Nullable String words) {
        return switch (words) {
            case "ONE" -> OptionalInt.of(1);
            case "TWO" -> OptionalInt.of(2);
            case "THREE" -> OptionalInt.of(3);
            case "FOUR" -> OptionalInt.of(4);
            case "FIVE" -> OptionalInt.of(5);
            case null, default -> OptionalInt.empty();
        };
    }
}
