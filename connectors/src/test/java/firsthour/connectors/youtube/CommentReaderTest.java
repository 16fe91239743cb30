package firsthour.connectors.youtube;

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

class CommentReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final List<Post> posts = new ArrayList<>();
    private final List<Pull.Rejected> rejected = new ArrayList<>();

    @Test
    void aCommentBecomesAPostAndEachReplyAnother() {
        Map<String, Object> snippet = YouTubeServer.snippet("Acme is late <3", NOW);
        snippet.put("updatedAt", NOW.plusSeconds(20).toString());
        Map<String, Object> comment = YouTubeServer.comment("Ugx7", "", NOW);
        comment.put("snippet", snippet);
        read(
                List.of(
                        YouTubeServer.thread(
                                comment,
                                List.of(
                                        YouTubeServer.reply(
                                                "Ugx7.a", "Ugx7", "Same.", NOW.plusSeconds(9))))));
        Optional<Post.Author> ann =
                Optional.of(
                        new Post.Author(
                                "ann-1",
                                Optional.of("@ann-1"),
                                Optional.of(URI.create("http://www.youtube.com/@ann-1")),
                                OptionalLong.empty()));

        assertThat(posts)
                .containsExactly(
                        new Post(
                                "Ugx7",
                                Optional.of(
                                        URI.create(
                                                "https://www.youtube.com/watch?v=vid30&lc=Ugx7")),
                                Optional.empty(),
                                "Acme is late <3",
                                ann,
                                Optional.empty(),
                                OptionalInt.empty(),
                                Optional.empty(),
                                NOW,
                                Optional.of(NOW.plusSeconds(20))),
                        new Post(
                                "Ugx7.a",
                                Optional.of(
                                        URI.create(
                                                "https://www.youtube.com/watch?v=vid30&lc=Ugx7.a")),
                                Optional.empty(),
                                "Same.",
                                ann,
                                Optional.empty(),
                                OptionalInt.empty(),
                                Optional.of("Ugx7"),
                                NOW.plusSeconds(9),
                                Optional.empty()));
    }

    @Test
    void anAuthorWithoutAHandleIsKnownByTheChannel() {
        Map<String, Object> snippet = YouTubeServer.snippet("late", NOW);
        snippet.put("authorDisplayName", "Ann Smith");
        read(List.of(thread(snippet)));

        assertThat(posts)
                .singleElement()
                .satisfies(post ->
                        assertThat(post.author())
                                .hasValueSatisfying(ann -> {
                                    assertThat(ann.handle()).isEqualTo("UC_ann");
                                    assertThat(ann.name()).contains("Ann Smith");
                                }));
    }

    @Test
    void anAuthorWhoIsGoneIsNobody() {
        Map<String, Object> snippet = YouTubeServer.snippet("late", NOW);
        snippet.put("authorDisplayName", "");
        snippet.remove("authorChannelId");
        snippet.put("authorChannelUrl", "");
        read(List.of(thread(snippet)));

        assertThat(posts).singleElement().matches(post -> post.author().isEmpty());
    }

    @Test
    void aCommentWithoutUsableIdOrTimeIsRejectedAndTheOthersCome() {
        Map<String, Object> nameless = YouTubeServer.comment("x", "customer-words", NOW);
        nameless.remove("id");
        Map<String, Object> timeless = YouTubeServer.snippet("customer-words", NOW);
        timeless.put("publishedAt", "2 days ago");
        Map<String, Object> silent = YouTubeServer.comment("Ugx4", "", NOW);
        silent.remove("snippet");
        List<@Nullable Object> replies =
                new ArrayList<>(List.of(YouTubeServer.comment("Ugx1.a", "late", NOW)));
        replies.add(null);
        List<@Nullable Object> threads =
                new ArrayList<>(
                        List.of(
                                YouTubeServer.thread(nameless, List.of()),
                                thread(timeless),
                                YouTubeServer.thread(silent, List.of()),
                                Map.of("id", "Ugx5"),
                                YouTubeServer.thread(
                                        YouTubeServer.comment("Ugx1", "late", NOW), replies)));
        threads.add(null);
        read(threads);

        assertThat(posts).extracting(Post::externalId).containsExactly("Ugx1", "Ugx1.a");
        assertThat(rejected).hasSize(6).noneMatch(one -> one.reason().contains("customer-words"));
    }

    private static Map<String, Object> thread(Map<String, Object> snippet) {
        Map<String, Object> comment = YouTubeServer.comment("Ugx1", "", NOW);
        comment.put("snippet", snippet);
        return YouTubeServer.thread(comment, List.of());
    }

    private void read(List<?> threads) {
        Threads page = JSON.convertValue(Map.of("items", threads), Threads.class);
        CommentReader.read(page.itemsOrNone(), posts, rejected);
    }
}
