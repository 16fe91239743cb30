package firsthour.web.brands;

import static firsthour.language.Texts.t;

import firsthour.brand.Brand;
import firsthour.brand.Rejected;
import firsthour.web.shell.Pages;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// How a brand's mentions become cases, as it is typed; an unticked box is not sent.
///
/// @param threshold percent, as it was typed
@Introspected
public record RulesForm(
        long version,
        String zone,
        @Nullable String threshold,
        @Nullable String lookReviews,
        @Nullable String lookPosts,
        @Nullable String inquiries) {

    /// The rules that hold.
    static RulesForm of(Brand brand) {
        return new RulesForm(
                brand.version(),
                brand.zone(),
                Long.toString(Math.round(brand.threshold() * 100)),
                ticked(brand.lookReviews()),
                ticked(brand.lookPosts()),
                ticked(brand.inquiries()));
    }

    private static @Nullable String ticked(boolean on) {
        return on ? "yes" : null;
    }

    private int percent() {
        try {
            return Integer.parseInt(Pages.text(threshold).strip());
        } catch (NumberFormatException _) {
            throw new Rejected("threshold", t("Enter a whole number of percent, from 1 to 99."));
        }
    }

    /// The brand with these rules.
    ///
    /// @throws Rejected when the threshold is no number
    Brand applyTo(Brand brand) {
        return new Brand(
                brand.id(),
                brand.name(),
                zone,
                percent() / 100.0,
                lookReviews != null,
                lookPosts != null,
                inquiries != null,
                brand.sample(),
                brand.createdAt(),
                version);
    }
}
