package firsthour.connectors.bluesky;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A post as it is shown, as `app.bsky.feed.defs#postView` describes it.
///
/// @param content what its author wrote
/// @param indexedAt when it arrived
/// @param viewer how the account that asks stands to it
record PostView(
        @Nullable String uri,
        @Nullable String cid,
        @Nullable Author author,
        @JsonProperty("record") @Nullable Content content,
        @Nullable String indexedAt,
        @Nullable Viewer viewer) {

    /// Whether its author does not let the account reply.
    boolean isClosed() {
        return viewer != null && Boolean.TRUE.equals(viewer.replyDisabled());
    }

    /// A page of posts.
    ///
    /// @param cursor of the page behind it; the last page may have one as well
    record Found(@Nullable List<@Nullable PostView> posts, @Nullable String cursor) {
        List<@Nullable PostView> postsOrNone() {
            return posts == null ? List.of() : posts;
        }
    }

    record Author(
            @Nullable String did,
            @Nullable String handle,
            @JsonProperty("displayName") @Nullable String name) {}

    /// What was written, as `app.bsky.feed.post` describes it.
    record Content(
            @Nullable String text,
            @Nullable String createdAt,
            @Nullable List<@Nullable String> langs,
            @Nullable List<@Nullable Facet> facets,
            @Nullable Reply reply) {}

    /// Where a reply stands.
    record Reply(@Nullable Place root, @Nullable Place parent) {}

    /// A post in one of its versions.
    record Place(@Nullable String uri, @Nullable String cid) {
        boolean holdsBoth() {
            return uri != null && cid != null;
        }
    }

    /// What a part of the text is.
    ///
    /// @param features anybody may add kinds of their own, of any shape
    record Facet(@Nullable Span index, @Nullable List<@Nullable JsonNode> features) {}

    /// A part of the text, in bytes of UTF-8.
    record Span(@JsonProperty("byteStart") int start, @JsonProperty("byteEnd") int end) {}

    record Viewer(@Nullable Boolean replyDisabled) {}
}
