package firsthour.connectors.reading;

import firsthour.connectors.Budget;
import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The brand's answers that come inside reviews, at most one in each. Such an answer is a post of
/// its own, and one that replaces another is the same post.
public final class OwnAnswers {
    private static final String BEHIND = "/reply";

    private OwnAnswers() {}

    /// The id of the answer to a review.
    public static String idTo(String review) {
        return review + BEHIND;
    }

    /// The id of the review that a post is or answers.
    public static String reviewOf(String id) {
        return isAnswer(id) ? id.substring(0, id.length() - BEHIND.length()) : id;
    }

    private static boolean isAnswer(String id) {
        return id.endsWith(BEHIND);
    }

    /// Makes a post of an answer.
    public static Post to(Post review, String text, Instant written, Optional<Instant> edited) {
        return new Post(
                        idTo(review.externalId()),
                        review.url(),
                        Optional.empty(),
                        text,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.of(review.externalId()),
                        written,
                        edited)
                .byTheBrand();
    }

    /// What a look at a review says of a post that is the review or its answer.
    ///
    /// @param now the review and, where there is one, its answer; empty where it cannot be read
    public static Look seen(PostRef asked, List<Post> now, Budget budget) {
        boolean withdrawn =
                isAnswer(asked.externalId()) && !now.isEmpty() && now.stream().noneMatch(Post::own);
        return new Look.Seen(now, withdrawn ? Set.of(asked.externalId()) : Set.of(), budget);
    }

    /// The answer alone.
    ///
    /// @param now as in [#seen]
    public static Look replies(List<Post> now, Budget budget) {
        return new Look.Seen(now.stream().filter(Post::own).toList(), Set.of(), budget);
    }
}
