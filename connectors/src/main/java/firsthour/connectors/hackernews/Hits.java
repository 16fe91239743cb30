package firsthour.connectors.hackernews;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer of `search_by_date`.
///
/// @param found how many hits there are; more than came means that the slice was too wide
record Hits(@Nullable List<Hit> hits, @JsonProperty("nbHits") long found) {
    List<Hit> hitsOrNone() {
        return hits == null ? List.of() : hits;
    }

    /// A story or a comment.
    ///
    /// @param id of the item, in digits
    /// @param createdAt seconds of the epoch
    /// @param parent the item that a comment answers
    record Hit(
            @JsonProperty("objectID") @Nullable String id,
            @Nullable String title,
            @Nullable String author,
            @JsonProperty("story_text") @Nullable String storyText,
            @JsonProperty("comment_text") @Nullable String commentText,
            @JsonProperty("parent_id") @Nullable Long parent,
            @JsonProperty("created_at_i") @Nullable Long createdAt) {}
}
