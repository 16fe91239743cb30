package firsthour.connectors.appstoreconnect;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A page of reviews, as Apple's `CustomerReviewsResponse` describes it.
///
/// @param included the responses to the reviews of the page
record CustomerReviews(
        @Nullable List<Review> data, @Nullable List<Response> included, @Nullable Links links) {

    boolean isWhole() {
        return data != null;
    }

    List<Review> reviews() {
        return withoutGaps(data);
    }

    List<Response> responses() {
        return withoutGaps(included);
    }

    Optional<String> next() {
        return Optional.ofNullable(links).map(Links::next);
    }

    private static <T> List<T> withoutGaps(@Nullable List<T> some) {
        return some == null ? List.of() : some.stream().filter(Objects::nonNull).toList();
    }

    /// Where the list goes on.
    ///
    /// @param next the address of the page behind this one; null behind the last one
    record Links(@Nullable String next) {}

    /// One review, as `CustomerReviewResponse` describes it.
    record One(@Nullable Review data, @Nullable List<Response> included) {
        boolean isWhole() {
            return data != null && data.id() != null;
        }

        Review review() {
            return Objects.requireNonNull(data);
        }

        List<Response> responses() {
            return withoutGaps(included);
        }
    }

    /// What was posted, as `CustomerReviewResponseV1Response` describes it.
    record Posted(@Nullable Response data) {
        boolean isWhole() {
            return data != null && data.id() != null;
        }
    }

    record Review(
            @Nullable String id,
            @Nullable Attributes attributes,
            @Nullable Relationships relationships) {

        /// The id of the response, where there is one.
        Optional<String> responseId() {
            return Optional.ofNullable(relationships)
                    .map(Relationships::response)
                    .map(Relationship::data)
                    .map(Reference::id);
        }
    }

    /// What a customer wrote.
    ///
    /// @param territory the store's, by ISO 3166-1 alpha-3
    record Attributes(
            @Nullable Integer rating,
            @Nullable String title,
            @Nullable String body,
            @Nullable String reviewerNickname,
            @Nullable String createdDate,
            @Nullable String territory) {}

    record Relationships(@Nullable Relationship response) {}

    record Relationship(@Nullable Reference data) {}

    record Reference(@Nullable String id) {}

    record Response(@Nullable String id, @Nullable Words attributes) {}

    /// What the developer answered.
    record Words(@Nullable String responseBody, @Nullable String lastModifiedDate) {}
}
