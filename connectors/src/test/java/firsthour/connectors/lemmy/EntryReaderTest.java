package firsthour.connectors.lemmy;

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
import org.junit.jupiter.params.provider.EnumSource;

class EntryReaderTest {
    private static final Instant AT = Instant.parse("2026-11-09T09:59:00Z");
    private static final Optional<Post.Author> ANN =
            Optional.of(
                    new Post.Author(
                            "ann@far.example",
                            Optional.of("Ann"),
                            Optional.of(URI.create("https://far.example/u/ann")),
                            OptionalLong.empty()));
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final List<Post> posts = new ArrayList<>();
    private final List<Pull.Rejected> rejected = new ArrayList<>();
    private final Shown shown = new Shown(Api.V3);

    @ParameterizedTest
    @EnumSource
    void aPostKeepsItsTitleAndItsWords(Api api) {
        Shown by = new Shown(api);
        Map<String, Object> view = by.post(17, "Acme again", "It is **late**.\n\nSorry?", AT);
        Shown.part(view, "post").put(by.updated(), AT.plusSeconds(20).toString());

        read(view);

        assertThat(posts)
                .containsExactly(
                        new Post(
                                        "post/17",
                                        Optional.of(URI.create("https://lemmy.example/post/17")),
                                        Optional.of("Acme again"),
                                        "It is late.\n\nSorry?",
                                        ANN,
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        Optional.empty(),
                                        AT,
                                        Optional.of(AT.plusSeconds(20)))
                                .writtenAs("It is **late**.\n\nSorry?"));
    }

    @ParameterizedTest
    @EnumSource
    void aCommentSaysWhatItAnswers(Api api) {
        Shown by = new Shown(api);

        read(
                by.comment(27, 17, "0.24.27", "> quoted\n\nSame *here*", AT),
                by.comment(28, 17, "0.28", "me too", AT));

        assertThat(posts.getFirst())
                .isEqualTo(
                        new Post(
                                        "comment/27",
                                        Optional.of(URI.create("https://lemmy.example/comment/27")),
                                        Optional.empty(),
                                        "quoted\n\nSame here",
                                        ANN,
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        Optional.of("comment/24"),
                                        AT,
                                        Optional.empty())
                                .writtenAs("> quoted\n\nSame *here*"));
        assertThat(posts.getLast().inReplyTo()).contains("post/17");
    }

    @Test
    void aTitleAloneIsTheText() {
        read(shown.post(17, "Acme is late", "", AT));

        assertThat(posts)
                .singleElement()
                .matches(post -> post.title().isEmpty() && post.text().equals("Acme is late"));
    }

    @Test
    void whatWasTakenDownIsLeftOutAndWhatHasNoIdOrTimeIsRejected() {
        Map<String, Object> deleted = shown.post(1, "Acme", "late", AT);
        Shown.part(deleted, "post").put("deleted", true);
        Map<String, Object> removed = shown.comment(2, 1, "0.2", "", AT);
        Shown.part(removed, "comment").put("removed", true);
        Map<String, Object> timeless = shown.post(3, "Acme", "late", AT);
        Shown.part(timeless, "post").put("published", "yesterday");
        Map<String, Object> nameless = shown.post(4, "Acme", "late", AT);
        Shown.part(nameless, "post").remove("id");

        read(deleted, removed, timeless, nameless, null, Map.of(), shown.post(5, "Acme", "", AT));

        assertThat(posts).extracting(Post::externalId).containsExactly("post/5");
        assertThat(rejected)
                .extracting(Pull.Rejected::where)
                .containsExactly("post/3", "a post", "a post", "a post");
    }

    @Test
    void anAuthorWhoseAddressIsMissingBelongsToTheInstance() {
        Map<String, Object> view = shown.post(17, "Acme", "", AT);
        Shown.part(view, "creator").remove("actor_id");

        read(view);

        assertThat(posts.getFirst().author())
                .hasValueSatisfying(ann -> assertThat(ann.handle()).isEqualTo("ann@lemmy.example"));
    }

    @SafeVarargs
    private void read(@Nullable Map<String, Object>... views) {
        List<@Nullable View> read = new ArrayList<>();
        for (Map<String, Object> view : views) {
            read.add(view == null ? null : JSON.convertValue(view, View.class));
        }
        new EntryReader("lemmy.example").read(read, posts, rejected);
    }
}
