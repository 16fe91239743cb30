package firsthour.connectors.reading;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.connectors.Budget;
import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnAnswersTest {
    private static final Instant WRITTEN = Instant.parse("2026-11-09T10:00:00Z");
    private static final Post REVIEW =
            new Post(
                    "7",
                    Optional.of(URI.create("https://shop.example/7")),
                    Optional.of("Late"),
                    "late",
                    Optional.empty(),
                    Optional.of("en"),
                    OptionalInt.of(1),
                    Optional.empty(),
                    WRITTEN,
                    Optional.empty());
    private static final Post ANSWER =
            OwnAnswers.to(REVIEW, "Sorry.", WRITTEN.plusSeconds(9), Optional.empty());

    @Test
    void anAnswerIsThePostOfTheBrandThatAnswersTheReview() {
        assertThat(ANSWER)
                .isEqualTo(
                        new Post(
                                        "7/reply",
                                        REVIEW.url(),
                                        Optional.empty(),
                                        "Sorry.",
                                        Optional.empty(),
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        Optional.of("7"),
                                        WRITTEN.plusSeconds(9),
                                        Optional.empty())
                                .byTheBrand());
        assertThat(OwnAnswers.reviewOf("7/reply")).isEqualTo("7");
        assertThat(OwnAnswers.reviewOf("7")).isEqualTo("7");
    }

    @Test
    void anAnswerThatWasWithdrawnIsGoneAndItsReviewIsNot() {
        assertThat(gone("7/reply", REVIEW)).containsExactly("7/reply");
        assertThat(gone("7/reply", REVIEW, ANSWER)).isEmpty();
        assertThat(gone("7", REVIEW)).isEmpty();
    }

    @Test
    void ofAReviewThatCannotBeReadNothingIsKnown() {
        assertThat(gone("7/reply")).isEmpty();
    }

    @Test
    void theRepliesAreTheAnswerAlone() {
        assertThat(OwnAnswers.replies(List.of(REVIEW, ANSWER), Budget.UNSAID))
                .isEqualTo(new Look.Seen(List.of(ANSWER), Set.of(), Budget.UNSAID));
    }

    private static Set<String> gone(String asked, Post... now) {
        PostRef known = new PostRef(asked, Optional.empty(), Optional.empty());
        Look look = OwnAnswers.seen(known, List.of(now), Budget.UNSAID);
        return ((Look.Seen) look).gone();
    }
}
