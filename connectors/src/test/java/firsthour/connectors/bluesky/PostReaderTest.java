package firsthour.connectors.bluesky;

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

class PostReaderTest {
    private static final Instant AT = Instant.parse("2026-11-09T09:59:00Z");
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final List<Post> posts = new ArrayList<>();
    private final List<Pull.Rejected> rejected = new ArrayList<>();

    @Test
    void aViewBecomesAPost() {
        Map<String, Object> view =
                Views.answering(
                        Views.post("k7", "Acme 🙂 acme.example/ord... late", AT),
                        Views.uri(Views.BRAND, "k1"),
                        Views.uri(Views.BRAND, "k2"));
        Views.part(view, "record")
                .put("facets", List.of(Views.link(10, 29, "https://acme.example/orders")));

        view.put("repostCount", 31);

        read(view);

        assertThat(posts)
                .containsExactly(
                        new Post(
                                        "at://did:plc:ann/app.bsky.feed.post/k7",
                                        Optional.of(
                                                URI.create(
                                                        "https://bsky.app/profile/did:plc:ann/post/k7")),
                                        Optional.empty(),
                                        "Acme 🙂 https://acme.example/orders late",
                                        Optional.of(
                                                new Post.Author(
                                                        "ann.example",
                                                        Optional.of("Ann"),
                                                        Optional.of(
                                                                URI.create(
                                                                        "https://bsky.app/profile/did:plc:ann")),
                                                        OptionalLong.empty())),
                                        Optional.of("en"),
                                        OptionalInt.empty(),
                                        Optional.of("at://did:plc:brand/app.bsky.feed.post/k2"),
                                        AT,
                                        Optional.empty())
                                .reposted(31L));
    }

    @Test
    void aPostIsDatedByTheEarlierClock() {
        Map<String, Object> ahead = Views.post("k1", "Acme", AT);
        Views.part(ahead, "record").put("createdAt", "2031-01-01T00:00:00+00:00");
        Map<String, Object> back = Views.post("k2", "Acme", AT);
        Views.part(back, "record").put("createdAt", "2026-11-09T10:30:00+01:00");
        Map<String, Object> odd = Views.post("k3", "Acme", AT);
        Views.part(odd, "record").put("createdAt", "yesterday");

        read(ahead, back, odd);

        assertThat(posts)
                .extracting(Post::publishedAt)
                .containsExactly(AT, Instant.parse("2026-11-09T09:30:00Z"), AT);
    }

    @Test
    void anAuthorWhoseHandleCannotBeCheckedIsNamedByTheLastingId() {
        Map<String, Object> view = Views.post("k1", "Acme", AT);
        Views.part(view, "author").put("handle", "handle.invalid");

        read(view);

        assertThat(posts.getFirst().author())
                .hasValueSatisfying(author -> assertThat(author.handle()).isEqualTo(Views.ANN));
    }

    @Test
    void aPostWithoutIdOrTimeIsRejectedAndTheOthersCome() {
        Map<String, Object> timeless = Views.post("k1", "Acme", AT);
        timeless.remove("indexedAt");
        Views.part(timeless, "record").remove("createdAt");

        read(
                timeless,
                Views.post("k".repeat(300), "Acme", AT),
                Map.of("uri", "https://acme.example/", "record", Map.of()),
                null,
                Views.post("k2", "Acme", AT));

        assertThat(posts).extracting(Post::externalId).containsExactly(Views.uri(Views.ANN, "k2"));
        assertThat(rejected)
                .extracting(Pull.Rejected::where)
                .containsExactly(
                        "post " + Views.uri(Views.ANN, "k1"), "a post", "a post", "a post");
    }

    @Test
    void whatAPostMayLackIsLeftOut() {
        read(
                Map.of(
                        "uri",
                        Views.uri(Views.ANN, "k1"),
                        "indexedAt",
                        AT.toString(),
                        "record",
                        Map.of("langs", List.of(), "reply", Map.of())));

        assertThat(posts)
                .singleElement()
                .matches(post -> post.text().isEmpty() && post.author().isEmpty())
                .matches(post -> post.language().isEmpty() && post.inReplyTo().isEmpty());
    }

    @SafeVarargs
    private void read(@Nullable Map<String, Object>... views) {
        List<@Nullable PostView> read = new ArrayList<>();
        for (Map<String, Object> view : views) {
            read.add(view == null ? null : JSON.convertValue(view, PostView.class));
        }
        PostReader.read(read, posts, rejected);
    }
}
