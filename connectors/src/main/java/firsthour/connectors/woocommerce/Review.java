package firsthour.connectors.woocommerce;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// A review, as `woocommerce.github.io/woocommerce-rest-api-docs/#product-reviews` describes it.
///
/// @param date in UTC, without a zone
/// @param page of the product; older shops do not name it, nor the product
/// @param text HTML
/// @param rating 1 to 5; 0 where there are no stars
record Review(
        @Nullable Long id,
        @JsonProperty("date_created_gmt") @Nullable String date,
        @JsonProperty("product_name") @Nullable String product,
        @JsonProperty("product_permalink") @Nullable String page,
        @Nullable String reviewer,
        @JsonProperty("review") @Nullable String text,
        @Nullable Integer rating) {}
