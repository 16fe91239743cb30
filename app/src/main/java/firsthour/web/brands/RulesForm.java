package firsthour.web.brands;

import firsthour.brand.Brand;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// How a brand's mentions become cases, as it is typed; an unticked box is not sent.
///
/// @param threshold percent
@Introspected
public record RulesForm(
        long version,
        String zone,
        int threshold,
        @Nullable String lookReviews,
        @Nullable String lookPosts,
        @Nullable String inquiries) {

    Brand applyTo(Brand brand) {
        return new Brand(
                brand.id(),
                brand.name(),
                zone,
                threshold / 100.0,
                lookReviews != null,
                lookPosts != null,
                inquiries != null,
                brand.sample(),
                brand.createdAt(),
                version);
    }
}
