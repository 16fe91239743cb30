package firsthour.connectors.appstoreconnect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReviewReaderTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final Instant WRITTEN = Instant.parse("2026-11-09T09:00:00Z");

    private final List<Post> posts = new ArrayList<>();
    private final List<Pull.Rejected> rejected = new ArrayList<>();

    @Test
    void aReviewBecomesAPostAndTheResponseAnother() {
        read(
                List.of(
                        AppleJson.answered(
                                AppleJson.review("7", "It crashes\ndaily.", WRITTEN), "r7")),
                List.of(
                        AppleJson.response("r6", "Another.", WRITTEN.plusSeconds(10)),
                        AppleJson.response("r7", "Mended in 2.1.", WRITTEN.plusSeconds(20))));
        Optional<URI> page = Optional.of(URI.create("https://apps.apple.com/de/app/id440"));

        assertThat(posts)
                .containsExactly(
                        new Post(
                                "7",
                                page,
                                Optional.of("Disappointed"),
                                "It crashes\ndaily.",
                                Optional.of(
                                        new Post.Author(
                                                "ann",
                                                Optional.empty(),
                                                Optional.empty(),
                                                OptionalLong.empty())),
                                Optional.empty(),
                                OptionalInt.of(2),
                                Optional.empty(),
                                WRITTEN,
                                Optional.empty()),
                        new Post(
                                        "7/reply",
                                        page,
                                        Optional.empty(),
                                        "Mended in 2.1.",
                                        Optional.empty(),
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        Optional.of("7"),
                                        WRITTEN.plusSeconds(20),
                                        Optional.empty())
                                .byTheBrand());
        assertThat(rejected).isEmpty();
    }

    @Test
    void aReviewWithoutIdOrTimeIsRejectedAndTheOthersCome() {
        Map<String, Object> nameless = AppleJson.review("", "late", WRITTEN);
        Map<String, Object> endless = AppleJson.review("x".repeat(300), "late", WRITTEN);
        Map<String, Object> timeless = with(Map.of("body", "late", "createdDate", "yesterday"));
        Map<String, Object> empty = AppleJson.review("4", "late", WRITTEN);
        empty.remove("attributes");
        List<Map<String, Object>> reviews = new ArrayList<>();
        reviews.add(null);
        reviews.addAll(List.of(nameless, endless, timeless, empty));
        reviews.add(AppleJson.review("5", "late", WRITTEN));

        read(reviews, List.of());

        assertThat(posts).extracting(Post::externalId).containsExactly("5");
        assertThat(rejected)
                .extracting(Pull.Rejected::where)
                .containsExactly("a review", "a review", "review 3", "review 4");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        read(List.of(with(Map.of("rating", 9, "createdDate", WRITTEN.toString()))), List.of());

        assertThat(posts)
                .singleElement()
                .satisfies(post -> {
                    assertThat(post.url()).contains(URI.create("https://apps.apple.com/app/id440"));
                    assertThat(post.rating()).isEmpty();
                    assertThat(post.author()).isEmpty();
                    assertThat(post.text()).isEmpty();
                });
    }

    private static Map<String, Object> with(Map<String, Object> attributes) {
        Map<String, Object> review = new HashMap<>(AppleJson.review("3", "late", WRITTEN));
        review.put("attributes", attributes);
        return review;
    }

    private void read(List<Map<String, Object>> reviews, List<Map<String, Object>> responses) {
        CustomerReviews page =
                JSON.convertValue(AppleJson.page(reviews, responses, null), CustomerReviews.class);
        new ReviewReader("440").read(page.reviews(), page.responses(), posts, rejected);
    }
}
