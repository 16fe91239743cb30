package firsthour.connectors.googleplay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @ParameterizedTest
    @CsvSource({
        "'Crashes\tdaily', Crashes, daily",
        "'\tdaily', , daily",
        "'daily', , daily",
        "'Crashes\t', , Crashes"
    })
    void titleAndTextAreApartByATab(String whole, @Nullable String title, String text) {
        read(List.of(PlayServer.review("r1", whole, NOW)));

        assertThat(posts)
                .singleElement()
                .matches(post -> post.title().equals(Optional.ofNullable(title)))
                .matches(post -> post.text().equals(text));
    }

    @Test
    void aTranslationGivesWayToWhatTheCustomerWrote() {
        Map<String, Object> said =
                Map.of(
                        "text", "\tIt crashes.",
                        "originalText", "\tStürzt ab.",
                        "reviewerLanguage", "de_AT",
                        "lastModified", Map.of("seconds", "" + NOW.getEpochSecond()));
        read(List.of(Map.of("reviewId", "r1", "comments", List.of(Map.of("userComment", said)))));

        assertThat(posts)
                .singleElement()
                .matches(post -> post.text().equals("Stürzt ab."))
                .matches(post -> post.language().equals(Optional.of("de-AT")))
                .matches(post -> post.rating().isEmpty() && post.author().isEmpty());
    }

    @Test
    void aReviewWithoutUsableIdOrTimeIsRejectedAndTheOthersCome() {
        Map<String, Object> timeless = PlayServer.review("r1", "\tlate", NOW);
        timeless.put("comments", List.of(Map.of("userComment", Map.of("text", "customer-words"))));
        Map<String, Object> nameless = PlayServer.review("r2", "\tlate", NOW);
        nameless.remove("reviewId");
        Map<String, Object> silent = PlayServer.review("r3", "\tlate", NOW);
        silent.remove("comments");
        Map<String, Object> good = PlayServer.review("r4", "\tlate", NOW);
        good.computeIfPresent("comments", (_, comments) -> withNull((List<?>) comments));
        read(
                withNull(
                        List.of(
                                timeless,
                                nameless,
                                silent,
                                PlayServer.review("r5", "\tlate", Instant.MAX),
                                PlayServer.review("x".repeat(250), "\tlate", NOW),
                                good)));

        assertThat(posts).extracting(Post::externalId).containsExactly("r4");
        assertThat(rejected).hasSize(6).noneMatch(one -> one.reason().contains("customer-words"));
    }

    @ParameterizedTest
    @CsvSource({"0", "6", "-1"})
    void starsThatCannotBeAreNone(int stars) {
        Map<String, Object> review = PlayServer.review("r1", "\tlate", NOW);
        review.put("comments", List.of(Map.of("userComment", stars(review, stars))));
        read(List.of(review));

        assertThat(posts).singleElement().matches(post -> post.rating().isEmpty());
    }

    @Test
    void anAnswerWithoutTextOrTimeIsNone() {
        Map<String, Object> review = PlayServer.review("r1", "\tlate", NOW);
        read(
                List.of(
                        PlayServer.answered(review, " ", NOW),
                        PlayServer.answered(review, "Sorry.", Instant.MAX)));

        assertThat(posts).hasSize(2).noneMatch(Post::own);
    }

    private static Map<Object, Object> stars(Map<String, Object> review, int stars) {
        Map<?, ?> comment =
                (Map<?, ?>) ((List<?>) review.getOrDefault("comments", List.of())).getFirst();
        Map<Object, Object> said = new HashMap<>((Map<?, ?>) comment.values().iterator().next());
        said.put("starRating", stars);
        return said;
    }

    private static List<@Nullable Object> withNull(List<?> some) {
        List<@Nullable Object> all = new ArrayList<>(some);
        all.add(null);
        return all;
    }

    private void read(List<?> reviews) {
        Reviews page = JSON.convertValue(Map.of("reviews", reviews), Reviews.class);
        new ReviewReader("com.acme.app").read(page.reviewsOrNone(), posts, rejected);
    }
}
