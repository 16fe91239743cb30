package firsthour.connectors.youtube;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer of `commentThreads.list`, as
/// `developers.google.com/youtube/v3/docs/commentThreads/list` describes it.
///
/// @param kind names the answer
/// @param next what asks for the page behind this one
record Threads(
        @Nullable String kind,
        @Nullable List<@Nullable Item> items,
        @JsonProperty("nextPageToken") @Nullable String next) {

    boolean isWhole() {
        return kind != null && items != null;
    }

    List<@Nullable Item> itemsOrNone() {
        return items == null ? List.of() : items;
    }

    /// A comment with some of its replies.
    record Item(@Nullable Snippet snippet, @Nullable Replies replies) {

        /// The comment, then its replies.
        List<Comments.@Nullable Comment> comments() {
            List<Comments.@Nullable Comment> all = new ArrayList<>();
            all.add(snippet == null ? null : snippet.top());
            if (replies != null && replies.comments() != null) {
                all.addAll(replies.comments());
            }
            return all;
        }

        @Nullable String video() {
            return snippet == null ? null : snippet.video();
        }
    }

    record Snippet(
            @JsonProperty("videoId") @Nullable String video,
            @JsonProperty("topLevelComment") Comments.@Nullable Comment top) {}

    record Replies(@Nullable List<Comments.@Nullable Comment> comments) {}
}
