package firsthour.sentiment;

import java.util.Locale;

/// What a post about a brand is about; a post may have several.
public enum Topic {
    /// The thing or the person gets there, in time and whole.
    DELIVERY,
    /// Charges, invoices, payments, refunds.
    BILLING,
    /// Too dear, cheap, a rise.
    PRICE,
    /// The product or the core service itself.
    PRODUCT_QUALITY,
    /// Staff and support, and that nobody answers.
    SERVICE,
    /// Site, app, sign-in, outage.
    WEBSITE_APP,
    /// Injury, fire, allergy, hygiene, leaked data, fraud.
    SAFETY,
    /// Rules and terms, and how the company behaves.
    POLICY,
    /// Something of the brand that none of the others covers.
    OTHER;

    /// As in files and on pages: `delivery`, `product quality`, …
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
