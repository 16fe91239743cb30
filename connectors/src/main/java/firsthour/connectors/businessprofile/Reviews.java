package firsthour.connectors.businessprofile;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An answer of `reviews.list`, as
/// `developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews/list` describes
/// it. A list that is empty is left out of it.
///
/// @param next what asks for the page behind this one
/// @param others what no such answer holds
@JsonIgnoreProperties({"averageRating", "totalReviewCount"})
record Reviews(
        @Nullable List<@Nullable Review> reviews,
        @JsonProperty("nextPageToken") @Nullable String next,
        @JsonAnySetter @Nullable Map<String, Object> others) {

    boolean isWhole() {
        return reviews != null || others == null || others.isEmpty();
    }

    List<@Nullable Review> reviewsOrNone() {
        return reviews == null ? List.of() : reviews;
    }

    /// A review.
    ///
    /// @param stars in words, `ONE` to `FIVE`
    /// @param comment absent where there are stars alone; may hold a translation
    /// @param replyUrl where the owner answers it
    record Review(
            @JsonProperty("reviewId") @Nullable String id,
            @Nullable Reviewer reviewer,
            @JsonProperty("starRating") @Nullable String stars,
            @Nullable String comment,
            @JsonProperty("createTime") @Nullable String created,
            @JsonProperty("updateTime") @Nullable String updated,
            @JsonProperty("reviewReply") @Nullable Reply reply,
            @JsonProperty("reviewReplyUrl") @Nullable String replyUrl) {

        boolean isWhole() {
            return id != null;
        }
    }

    /// Who wrote it.
    ///
    /// @param name that is shown; two people may have the same
    record Reviewer(
            @JsonProperty("displayName") @Nullable String name,
            @JsonProperty("isAnonymous") boolean anonymous) {}

    /// What the owner answered.
    ///
    /// @param state `PENDING`, `APPROVED` or `REJECTED`; absent in older answers
    record Reply(
            @Nullable String comment,
            @JsonProperty("updateTime") @Nullable String updated,
            @JsonProperty("reviewReplyState") @Nullable String state) {

        /// Whether Google keeps it from the public for good.
        boolean isRejected() {
            return "REJECTED".equals(state);
        }
    }
}
