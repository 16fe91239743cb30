package firsthour.connectors.discourse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A post, as `docs.discourse.org` describes it.
///
/// @param cooked HTML
/// @param version 1 until somebody edits it
/// @param type 1 where a person wrote it; others tell what was done to the topic
/// @param number its place in the topic; 1 for the post that opens it
/// @param answered the place of the post that it answers; null where it answers the topic
/// @param title of the topic, told in the list of the latest posts alone
/// @param hidden whether it was flagged, so that its words are not shown
/// @param withdrawn whether its author deleted it, so that its words are gone already
record ForumPost(
        @Nullable Long id,
        @Nullable String username,
        @Nullable String name,
        @Nullable String cooked,
        @JsonProperty("created_at") @Nullable String createdAt,
        @JsonProperty("updated_at") @Nullable String updatedAt,
        @Nullable Integer version,
        @JsonProperty("post_type") @Nullable Integer type,
        @JsonProperty("topic_id") @Nullable Long topic,
        @JsonProperty("post_number") @Nullable Long number,
        @JsonProperty("reply_to_post_number") @Nullable Long answered,
        @JsonProperty("topic_title") @Nullable String title,
        @Nullable Boolean hidden,
        @JsonProperty("user_deleted") @Nullable Boolean withdrawn,
        @JsonProperty("deleted_at") @Nullable String deletedAt) {

    private static final int BY_A_PERSON = 1;

    /// Whether everybody can read the words that a person wrote.
    boolean isShown() {
        return (type == null || type == BY_A_PERSON)
                && !Boolean.TRUE.equals(hidden)
                && !Boolean.TRUE.equals(withdrawn)
                && deletedAt == null;
    }

    boolean opensTopic() {
        return number != null && number == 1;
    }

    boolean hasPlace() {
        return id != null && topic != null && number != null;
    }

    /// An answer that lists the latest posts.
    record Latest(@JsonProperty("latest_posts") @Nullable List<ForumPost> posts) {
        boolean isWhole() {
            return isList(posts);
        }

        List<ForumPost> postsOrNone() {
            return orNone(posts);
        }
    }

    /// A topic with its first posts.
    record Topic(
            @Nullable String title, @JsonProperty("post_stream") @Nullable Beginning beginning) {
        boolean isWhole() {
            return beginning != null && isList(beginning.posts());
        }

        List<ForumPost> postsOrNone() {
            return beginning == null ? List.of() : orNone(beginning.posts());
        }
    }

    /// The first posts of a topic, 20 of them.
    record Beginning(@Nullable List<ForumPost> posts) {}

    /// What became of a reply: the post itself, or that it waits.
    ///
    /// @param action `enqueued` where a moderator is to approve it
    record Posted(
            @Nullable Long id,
            @JsonProperty("topic_id") @Nullable Long topic,
            @JsonProperty("post_number") @Nullable Long number,
            @Nullable String action) {
        boolean waits() {
            return "enqueued".equals(action);
        }
    }

    private static boolean isList(@Nullable List<ForumPost> posts) {
        return posts != null && posts.stream().allMatch(Objects::nonNull);
    }

    private static List<ForumPost> orNone(@Nullable List<ForumPost> posts) {
        return posts == null ? List.of() : posts;
    }
}
