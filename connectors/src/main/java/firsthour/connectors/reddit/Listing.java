package firsthour.connectors.reddit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A list of posts or comments, as `github.com/reddit-archive/reddit/wiki/JSON` describes it.
record Listing(@JsonProperty("data") @Nullable Data data) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    Listing {}

    /// Where nothing answers a comment, an empty text stands in place of a list.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Listing none(String text) {
        return new Listing(null);
    }

    boolean isWhole() {
        return data != null && data.children() != null;
    }

    Data page() {
        return Objects.requireNonNull(data);
    }

    List<Child> childrenOrNone() {
        return data == null ? List.of() : data.childrenOrNone();
    }

    /// A page.
    ///
    /// @param after what asks for the page behind it; null behind the last one
    record Data(@Nullable String after, @Nullable List<Child> children) {
        List<Child> childrenOrNone() {
            return children == null ? List.of() : children;
        }
    }

    record Child(@Nullable Thing data) {}

    /// A post or a comment.
    ///
    /// @param name the lasting id, with its kind: `t3_…` of a post, `t1_…` of a comment
    /// @param permalink a path
    /// @param title of a post
    /// @param text of a post, Markdown; empty where it is a link
    /// @param body of a comment, Markdown
    /// @param created seconds of the epoch
    /// @param edited seconds of the epoch, or false
    /// @param removedBy who took the post down; null where it stands
    /// @param parent the name of what a comment answers
    /// @param crossposts how often a post was posted elsewhere
    /// @param replies to a comment
    record Thing(
            @Nullable String name,
            @Nullable String permalink,
            @Nullable String author,
            @Nullable String title,
            @JsonProperty("selftext") @Nullable String text,
            @Nullable String body,
            @JsonProperty("created_utc") @Nullable Double created,
            @Nullable JsonNode edited,
            @JsonProperty("removed_by_category") @Nullable String removedBy,
            @JsonProperty("parent_id") @Nullable String parent,
            @JsonProperty("num_crossposts") @Nullable Long crossposts,
            @Nullable Listing replies) {

        /// Whether its author or somebody else took it down.
        boolean isGone() {
            return removedBy != null || isMark(text) || isMark(body);
        }

        private static boolean isMark(@Nullable String words) {
            return "[deleted]".equals(words) || "[removed]".equals(words);
        }
    }
}
