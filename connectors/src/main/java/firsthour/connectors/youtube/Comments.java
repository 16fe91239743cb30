package firsthour.connectors.youtube;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer of `comments.list`, as `developers.google.com/youtube/v3/docs/comments` describes it.
///
/// @param kind names the answer
/// @param next what asks for the page behind this one
record Comments(
        @Nullable String kind,
        @Nullable List<@Nullable Comment> items,
        @JsonProperty("nextPageToken") @Nullable String next) {

    boolean isWhole() {
        return kind != null && items != null;
    }

    List<@Nullable Comment> itemsOrNone() {
        return items == null ? List.of() : items;
    }

    /// A comment, or a reply to one.
    record Comment(@Nullable String id, @Nullable Snippet snippet) {}

    /// What it says.
    ///
    /// @param text plain, as it was asked for
    /// @param name the author's handle, with its sign
    /// @param parent the comment that it answers; absent where it answers none
    record Snippet(
            @JsonProperty("textDisplay") @Nullable String text,
            @JsonProperty("authorDisplayName") @Nullable String name,
            @JsonProperty("authorChannelUrl") @Nullable String page,
            @JsonProperty("authorChannelId") @Nullable Channel channel,
            @JsonProperty("videoId") @Nullable String video,
            @JsonProperty("parentId") @Nullable String parent,
            @JsonProperty("publishedAt") @Nullable String published,
            @JsonProperty("updatedAt") @Nullable String updated) {}

    /// The author's channel.
    record Channel(@JsonProperty("value") @Nullable String id) {}
}
