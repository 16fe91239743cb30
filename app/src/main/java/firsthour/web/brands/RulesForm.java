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

    /// The rules that hold.
    static RulesForm of(Brand brand) {
        return new RulesForm(
                brand.version(),
                brand.zone(),
                (int) Math.round(brand.threshold() * 100),
                ticked(brand.lookReviews()),
                ticked(brand.lookPosts()),
                ticked(brand.inquiries()));
    }

    private static @Nullable String ticked(boolean on) {
        return on ? "yes" : null;
    }

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
