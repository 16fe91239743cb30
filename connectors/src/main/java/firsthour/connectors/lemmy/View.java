package firsthour.connectors.lemmy;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A post or a comment as it is shown, as `PostView` and `CommentView` of the official client
/// describe it for both versions.
///
/// @param post itself, or the one that the comment belongs to
/// @param comment null where it is a post
record View(@Nullable Entry post, @Nullable Entry comment, @Nullable Person creator) {

    /// An answer of the search.
    ///
    /// @param next asks for the page behind it; only the fourth version tells
    record Found(
            @Nullable List<@Nullable View> posts,
            @Nullable List<@Nullable View> comments,
            @JsonProperty("next_page") @Nullable String next) {
        List<@Nullable View> ofKind(Kind kind) {
            List<@Nullable View> views =
                    switch (kind) {
                        case POST -> posts;
                        case COMMENT -> comments;
                    };
            return views == null ? List.of() : views;
        }
    }

    /// Comments below a post or another comment.
    record Comments(@JsonAlias("items") @Nullable List<@Nullable View> comments) {
        List<@Nullable View> commentsOrNone() {
            return comments == null ? List.of() : comments;
        }
    }

    /// An answer about one post or comment.
    record One(@JsonAlias({"post_view", "comment_view"}) @Nullable View view) {
        View shown() {
            return Objects.requireNonNull(view);
        }
    }

    /// A post or a comment.
    ///
    /// @param name the title of a post
    /// @param text Markdown
    /// @param address where it was written, the same on all instances
    /// @param postId of a comment
    /// @param path the ids from the root, which is 0, down to the comment's own, between dots
    record Entry(
            @Nullable Long id,
            @Nullable String name,
            @JsonAlias({"body", "content"}) @Nullable String text,
            @JsonAlias("published_at") @Nullable String published,
            @JsonAlias("updated_at") @Nullable String updated,
            @Nullable Boolean deleted,
            @Nullable Boolean removed,
            @JsonProperty("ap_id") @Nullable String address,
            @JsonProperty("post_id") @Nullable Long postId,
            @Nullable String path) {
        boolean isGone() {
            return Boolean.TRUE.equals(deleted) || Boolean.TRUE.equals(removed);
        }
    }

    /// An author.
    ///
    /// @param address on the instance to which the author belongs
    record Person(
            @Nullable String name,
            @JsonProperty("display_name") @Nullable String displayName,
            @JsonProperty("ap_id") @JsonAlias("actor_id") @Nullable String address) {}
}
