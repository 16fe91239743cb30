package firsthour.connectors.trustpilot;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A page of reviews of a business, as `developers.trustpilot.com/service-reviews-api` describes
/// them.
record ServiceReviews(@Nullable List<Review> reviews) {

    boolean isWhole() {
        return reviews != null;
    }

    List<Review> withoutGaps() {
        return reviews == null ? List.of() : reviews.stream().filter(Objects::nonNull).toList();
    }

    /// A review.
    ///
    /// @param language by ISO 639-1
    /// @param reportData what was reported about it
    record Review(
            @Nullable String id,
            @Nullable Integer stars,
            @Nullable String title,
            @Nullable String text,
            @Nullable String language,
            @Nullable String createdAt,
            @Nullable String updatedAt,
            @Nullable Consumer consumer,
            @Nullable Reply companyReply,
            @Nullable Report reportData) {

        boolean isWhole() {
            return id != null;
        }

        /// Whether it is kept from readers while Trustpilot looks into a report.
        boolean isHidden() {
            return reportData != null && "hidden".equalsIgnoreCase(reportData.reviewVisibility());
        }
    }

    record Consumer(@Nullable String id, @Nullable String displayName) {}

    record Reply(@Nullable String text, @Nullable String createdAt, @Nullable String updatedAt) {}

    record Report(@Nullable String reviewVisibility) {}
}
