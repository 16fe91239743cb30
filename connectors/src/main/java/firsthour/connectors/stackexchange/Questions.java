package firsthour.connectors.stackexchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer of `search/advanced`, in the wrapper that all answers have.
///
/// @param backoff seconds for which this must not be asked again
/// @param quotaRemaining requests left today
record Questions(
        @Nullable List<Question> items,
        @JsonProperty("has_more") @Nullable Boolean hasMore,
        @Nullable Long backoff,
        @JsonProperty("quota_remaining") @Nullable Long quotaRemaining) {

    /// Whether it has what every answer has.
    boolean isWhole() {
        return items != null && hasMore != null;
    }

    List<Question> itemsOrNone() {
        return items == null ? List.of() : items;
    }

    boolean goesOn() {
        return hasMore != null && hasMore;
    }

    /// A question.
    ///
    /// @param title with HTML's entities
    /// @param body HTML
    /// @param createdAt seconds of the epoch, as the edit's time
    record Question(
            @JsonProperty("question_id") @Nullable Long id,
            @Nullable String link,
            @Nullable String title,
            @Nullable String body,
            @Nullable Owner owner,
            @JsonProperty("creation_date") @Nullable Long createdAt,
            @JsonProperty("last_edit_date") @Nullable Long editedAt) {}

    /// @param id lasting; missing where the account was deleted
    record Owner(
            @JsonProperty("user_id") @Nullable Long id,
            @JsonProperty("display_name") @Nullable String name,
            @Nullable String link) {}
}
