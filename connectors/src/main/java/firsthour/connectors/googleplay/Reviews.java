package firsthour.connectors.googleplay;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An answer of `reviews.list`, as
/// `developers.google.com/android-publisher/api-ref/rest/v3/reviews/list` describes it. A list that
/// is empty is left out of it.
///
/// @param others what no such answer holds
@JsonIgnoreProperties("pageInfo")
record Reviews(
        @Nullable List<@Nullable Review> reviews,
        @JsonProperty("tokenPagination") @Nullable Pagination pagination,
        @JsonAnySetter @Nullable Map<String, Object> others) {

    boolean isWhole() {
        return reviews != null || others == null || others.isEmpty();
    }

    List<@Nullable Review> reviewsOrNone() {
        return reviews == null ? List.of() : reviews;
    }

    Optional<String> next() {
        return Optional.ofNullable(pagination).map(Pagination::next);
    }

    /// @param next what asks for the page behind this one
    record Pagination(@JsonProperty("nextPageToken") @Nullable String next) {}

    /// A review.
    ///
    /// @param author the name that is shown; two people may have the same
    record Review(
            @JsonProperty("reviewId") @Nullable String id,
            @JsonProperty("authorName") @Nullable String author,
            @Nullable List<@Nullable Comment> comments) {

        boolean isWhole() {
            return id != null;
        }

        /// What the customer says.
        Optional<UserComment> user() {
            return first(Comment::user);
        }

        /// What the developer answers.
        Optional<DeveloperComment> developer() {
            return first(Comment::developer);
        }

        private <T> Optional<T> first(Function<Comment, @Nullable T> part) {
            if (comments != null) {
                for (Comment comment : comments) {
                    @Nullable T found = comment == null ? null : part.apply(comment);
                    if (found != null) {
                        return Optional.of(found);
                    }
                }
            }
            return Optional.empty();
        }
    }

    /// One of both.
    record Comment(
            @JsonProperty("userComment") @Nullable UserComment user,
            @JsonProperty("developerComment") @Nullable DeveloperComment developer) {}

    /// What the customer says.
    ///
    /// @param text title and text apart by a tab; the title may be empty
    /// @param original where `text` is a translation
    /// @param language of the device
    record UserComment(
            @Nullable String text,
            @JsonProperty("originalText") @Nullable String original,
            @JsonProperty("lastModified") @Nullable Time modified,
            @JsonProperty("starRating") @Nullable Integer stars,
            @JsonProperty("reviewerLanguage") @Nullable String language) {}

    /// What the developer answers.
    record DeveloperComment(
            @Nullable String text, @JsonProperty("lastModified") @Nullable Time modified) {}

    /// @param seconds of the epoch, as text
    record Time(@Nullable Long seconds) {}

    /// An answer of `reviews.reply`.
    record Replied(@Nullable Result result) {}

    record Result(@JsonProperty("replyText") @Nullable String text) {}
}
