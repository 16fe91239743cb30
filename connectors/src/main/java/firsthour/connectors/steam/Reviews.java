package firsthour.connectors.steam;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer of `appreviews`, as `partner.steamgames.com/doc/store/getreviews` describes it.
///
/// @param success 1 where it succeeded
/// @param cursor what asks for the page behind this one
record Reviews(@Nullable Integer success, @Nullable List<Review> reviews, @Nullable String cursor) {

    boolean isWhole() {
        return success != null && (success != 1 || reviews != null);
    }

    /// A review.
    ///
    /// @param language by Steam's own name
    /// @param text with BBCode
    /// @param created seconds of the epoch, as all its times
    /// @param up whether the thumb points up
    /// @param response what the developer answered
    record Review(
            @JsonProperty("recommendationid") @Nullable String id,
            @Nullable Author author,
            @Nullable String language,
            @JsonProperty("review") @Nullable String text,
            @JsonProperty("timestamp_created") @Nullable Long created,
            @JsonProperty("timestamp_updated") @Nullable Long updated,
            @JsonProperty("voted_up") @Nullable Boolean up,
            @JsonProperty("developer_response") @Nullable String response,
            @JsonProperty("timestamp_dev_responded") @Nullable Long responded) {}

    /// Who wrote it; Steam gives no name here.
    record Author(@JsonProperty("steamid") @Nullable String id) {}
}
