package firsthour.connectors.stackexchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of questions or answers, in the wrapper that all answers of the API have.
///
/// @param backoff seconds for which this must not be asked again
/// @param quotaRemaining requests left today
record Found(
        @Nullable List<Entry> items,
        @JsonProperty("has_more") @Nullable Boolean hasMore,
        @Nullable Long backoff,
        @JsonProperty("quota_remaining") @Nullable Long quotaRemaining) {

    /// Whether it has what every answer has.
    boolean isWhole() {
        return items != null && hasMore != null;
    }

    List<Entry> itemsOrNone() {
        return items == null ? List.of() : items;
    }

    boolean goesOn() {
        return hasMore != null && hasMore;
    }

    /// A question, or an answer to one.
    ///
    /// @param question its number; of an answer the number of the question that it answers
    /// @param answer its number; null where it is a question
    /// @param link of a question
    /// @param title of a question, with HTML's entities
    /// @param body HTML
    /// @param createdAt seconds of the epoch, as the edit's time
    /// @param answers how many a question has
    record Entry(
            @JsonProperty("question_id") @Nullable Long question,
            @JsonProperty("answer_id") @Nullable Long answer,
            @Nullable String link,
            @Nullable String title,
            @Nullable String body,
            @Nullable Owner owner,
            @JsonProperty("creation_date") @Nullable Long createdAt,
            @JsonProperty("last_edit_date") @Nullable Long editedAt,
            @JsonProperty("answer_count") @Nullable Long answers) {

        /// Whether it is a question that nobody answered.
        boolean isUnanswered() {
            return answers != null && answers == 0;
        }
    }

    /// @param id lasting; missing where the account was deleted
    record Owner(
            @JsonProperty("user_id") @Nullable Long id,
            @JsonProperty("display_name") @Nullable String name,
            @Nullable String link) {}
}
