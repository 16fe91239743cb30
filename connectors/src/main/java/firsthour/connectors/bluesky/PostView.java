package firsthour.connectors.bluesky;

import com.fasterxml.jackson.annotation.JsonProperty;
import firsthour.connectors.reading.AtPost;
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
        @JsonProperty("record") @Nullable AtPost content,
        @Nullable String indexedAt,
        @Nullable Long repostCount,
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

    record Viewer(@Nullable Boolean replyDisabled) {}
}
