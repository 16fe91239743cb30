package firsthour.connectors.businessprofile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final List<Post> posts = new ArrayList<>();
    private final List<Pull.Rejected> rejected = new ArrayList<>();

    @Test
    void aReviewBecomesAPostAndTheOwnersAnswerAnother() {
        Map<String, Object> review = review("Cold food.\n\nNever again.");
        review.put("updateTime", NOW.plusSeconds(60).toString());
        review.put("reviewReply", ProfileServer.reply("We are sorry.", NOW.plusSeconds(90)));
        read(List.of(review));
        Optional<URI> page = Optional.of(URI.create("https://business.example/reviews/r1"));

        assertThat(posts)
                .containsExactly(
                        new Post(
                                "r1",
                                page,
                                Optional.empty(),
                                "Cold food.\n\nNever again.",
                                Optional.of(
                                        new Post.Author(
                                                "Ann",
                                                Optional.empty(),
                                                Optional.empty(),
                                                OptionalLong.empty())),
                                Optional.empty(),
                                OptionalInt.of(2),
                                Optional.empty(),
                                NOW,
                                Optional.of(NOW.plusSeconds(60))),
                        new Post(
                                        "r1/reply",
                                        page,
                                        Optional.empty(),
                                        "We are sorry.",
                                        Optional.empty(),
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        Optional.of("r1"),
                                        NOW.plusSeconds(90),
                                        Optional.empty())
                                .byTheBrand());
    }

    @ParameterizedTest
    @CsvSource({"ONE, 1", "TWO, 2", "THREE, 3", "FOUR, 4", "FIVE, 5"})
    void starsInWordsAreCounted(String words, int stars) {
        Map<String, Object> review = review("late");
        review.put("starRating", words);
        read(List.of(review));

        assertThat(posts).singleElement().matches(post -> post.rating().getAsInt() == stars);
    }

    @Test
    void starsThatAreNotSaidAreNone() {
        Map<String, Object> unspecified = review("late");
        unspecified.put("starRating", "STAR_RATING_UNSPECIFIED");
        Map<String, Object> missing = review("late");
        missing.remove("starRating");
        read(List.of(unspecified, missing));

        assertThat(posts).hasSize(2).allMatch(post -> post.rating().isEmpty());
    }

    @Test
    void starsAloneAreAReviewAndAnAnonymousAuthorIsNobody() {
        Map<String, Object> review = review("");
        review.remove("comment");
        review.put("reviewer", Map.of("displayName", "A Google user", "isAnonymous", true));
        read(List.of(review));

        assertThat(posts)
                .singleElement()
                .matches(post -> post.text().isEmpty() && post.rating().getAsInt() == 2)
                .matches(post -> post.author().isEmpty());
    }

    @Test
    void translationsOfReviewAndAnswerAreLeftOut() {
        Map<String, Object> review =
                review("(Translated by Google) Cold food.\n\n(Original)\nKaltes Essen.");
        review.put(
                "reviewReply",
                ProfileServer.reply("Danke!\n\n(Translated by Google)\nThank you!", NOW));
        read(List.of(review));

        assertThat(posts).extracting(Post::text).containsExactly("Kaltes Essen.", "Danke!");
    }

    @ParameterizedTest
    @CsvSource({"APPROVED, 2", "PENDING, 2", "REJECTED, 1"})
    void anAnswerThatGoogleRejectedIsNone(String state, int posted) {
        Map<String, Object> reply = ProfileServer.reply("We are sorry.", NOW);
        reply.put("reviewReplyState", state);
        Map<String, Object> review = review("late");
        review.put("reviewReply", reply);
        read(List.of(review));

        assertThat(posts).hasSize(posted);
    }

    @Test
    void anAnswerWithoutTextOrTimeIsNone() {
        Map<String, Object> timeless = review("late");
        timeless.put("reviewReply", Map.of("comment", "We are sorry."));
        Map<String, Object> silent = review("late");
        silent.put("reviewReply", ProfileServer.reply(" ", NOW));
        read(List.of(timeless, silent));

        assertThat(posts).hasSize(2).noneMatch(Post::own);
    }

    @Test
    void aReviewWithoutUsableIdOrTimeIsRejectedAndTheOthersCome() {
        Map<String, Object> nameless = review("customer-words");
        nameless.remove("reviewId");
        Map<String, Object> timeless = review("customer-words");
        timeless.put("createTime", "yesterday");
        Map<String, Object> endless = review("customer-words");
        endless.put("reviewId", "x".repeat(250));
        List<@Nullable Object> reviews = new ArrayList<>(List.of(nameless, timeless, endless));
        reviews.add(null);
        reviews.add(review("late"));
        read(reviews);

        assertThat(posts).extracting(Post::externalId).containsExactly("r1");
        assertThat(rejected).hasSize(4).noneMatch(one -> one.reason().contains("customer-words"));
    }

    private static Map<String, Object> review(String comment) {
        return ProfileServer.review("r1", comment, NOW);
    }

    private void read(List<?> reviews) {
        Reviews page = JSON.convertValue(Map.of("reviews", reviews), Reviews.class);
        ReviewReader.read(page.reviewsOrNone(), posts, rejected);
    }
}
