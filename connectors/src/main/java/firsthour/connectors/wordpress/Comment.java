package firsthour.connectors.wordpress;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// A comment, as `developer.wordpress.org/rest-api/reference/comments` describes it.
///
/// @param post the article below which it stands
/// @param parent the comment that it answers; 0 where it answers none
/// @param authorUrl the address that its author gave
/// @param date in UTC, without a zone
/// @param status `approved` where everybody sees it
record Comment(
        @Nullable Long id,
        @Nullable Long post,
        @Nullable Long parent,
        @JsonProperty("author_name") @Nullable String authorName,
        @JsonProperty("author_url") @Nullable String authorUrl,
        @JsonProperty("date_gmt") @Nullable String date,
        @Nullable Content content,
        @Nullable String link,
        @Nullable String status) {

    /// @param rendered HTML
    record Content(@Nullable String rendered) {}
}
