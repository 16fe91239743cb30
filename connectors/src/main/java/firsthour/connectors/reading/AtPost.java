package firsthour.connectors.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import firsthour.connectors.Post;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody wrote on Bluesky, as `app.bsky.feed.post` describes it.
public record AtPost(
        @Nullable String text,
        @Nullable String createdAt,
        @Nullable List<@Nullable String> langs,
        @Nullable List<@Nullable Facet> facets,
        @Nullable Reply reply) {

    /// Where a reply stands.
    public record Reply(@Nullable Place root, @Nullable Place parent) {}

    /// A post in one of its versions.
    public record Place(@Nullable String uri, @Nullable String cid) {

        /// Whether it says both which post and which version.
        public boolean holdsBoth() {
            return uri != null && cid != null;
        }
    }

    /// What a part of the text is.
    ///
    /// @param features anybody may add kinds of their own, of any shape
    public record Facet(@Nullable Span index, @Nullable List<@Nullable JsonNode> features) {}

    /// A part of the text, in bytes of UTF-8.
    public record Span(@JsonProperty("byteStart") int start, @JsonProperty("byteEnd") int end) {}

    /// Makes a post of it, dated by the earlier one of its author's clock and the server's, as the
    /// network itself orders; empty where neither tells a time.
    ///
    /// @param arrived when a server first saw it
    public Optional<Post> findPost(
            AtUri uri, Optional<Post.Author> author, Optional<Instant> arrived) {
        return Stream.of(Times.find(createdAt), arrived)
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .map(at -> post(uri, author, at));
    }

    private Post post(AtUri uri, Optional<Post.Author> author, Instant at) {
        return new Post(
                uri.toString(),
                Optional.of(uri.page()),
                Optional.empty(),
                AtLinks.whole(text == null ? "" : text, facets),
                author,
                langs == null || langs.isEmpty()
                        ? Optional.empty()
                        : Optional.ofNullable(langs.getFirst()),
                OptionalInt.empty(),
                Optional.ofNullable(reply)
                        .flatMap(to -> Optional.ofNullable(to.parent()))
                        .flatMap(parent -> Optional.ofNullable(parent.uri())),
                at,
                Optional.empty());
    }
}
