package firsthour.connectors.reddit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An answer of `search`, as `reddit.com/dev/api#GET_search` describes it.
record Listing(@Nullable Data data) {

    boolean isWhole() {
        return data != null && data.children() != null;
    }

    Data page() {
        return Objects.requireNonNull(data);
    }

    /// A page.
    ///
    /// @param after what asks for the page behind it; null behind the last one
    record Data(@Nullable String after, @Nullable List<Child> children) {
        List<Child> childrenOrNone() {
            return children == null ? List.of() : children;
        }
    }

    record Child(@Nullable Link data) {}

    /// A post.
    ///
    /// @param name the lasting id, with its kind: `t3_…`
    /// @param permalink a path
    /// @param text Markdown; empty where the post is a link
    /// @param created seconds of the epoch
    /// @param edited seconds of the epoch, or false
    /// @param removedBy who took it down; null where it stands
    record Link(
            @Nullable String name,
            @Nullable String permalink,
            @Nullable String author,
            @Nullable String title,
            @JsonProperty("selftext") @Nullable String text,
            @JsonProperty("created_utc") @Nullable Double created,
            @Nullable JsonNode edited,
            @JsonProperty("removed_by_category") @Nullable String removedBy) {}
}
