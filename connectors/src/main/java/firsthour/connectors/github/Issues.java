package firsthour.connectors.github;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer of `search/issues`.
///
/// @param total how many issues there are; more than 1,000 are never given
/// @param incomplete whether the search ran out of time, so that some may be missing
record Issues(
        @Nullable List<Issue> items,
        @JsonProperty("total_count") @Nullable Long total,
        @JsonProperty("incomplete_results") boolean incomplete) {

    /// Whether it has what every answer has.
    boolean isWhole() {
        return items != null && total != null;
    }

    long totalOrNone() {
        return total == null ? 0 : total;
    }

    List<Issue> itemsOrNone() {
        return items == null ? List.of() : items;
    }

    /// An issue, or a comment on one, which has no title.
    ///
    /// @param id lasting, as long as the issue is not moved to another repository
    /// @param body Markdown
    record Issue(
            @JsonProperty("node_id") @Nullable String id,
            @JsonProperty("html_url") @Nullable String url,
            @Nullable String title,
            @Nullable String body,
            @Nullable User user,
            @JsonProperty("created_at") @Nullable String createdAt) {}

    /// @param login unique, and may change
    record User(@Nullable String login, @JsonProperty("html_url") @Nullable String url) {}
}
