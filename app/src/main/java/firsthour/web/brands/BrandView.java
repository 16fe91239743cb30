package firsthour.web.brands;

import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One brand: its queries, own accounts and rules.
///
/// @param typedQuery what stands in the field of a new query
/// @param threshold percent
@Introspected
public record BrandView(
        long id,
        String name,
        boolean sample,
        List<Query> queries,
        List<Account> accounts,
        List<Network> networks,
        String zone,
        int threshold,
        boolean lookReviews,
        boolean lookPosts,
        boolean inquiries,
        long version,
        String typedQuery,
        FormErrors errors) {

    /// A tracked query.
    public record Query(long id, String query) {}

    /// An account of the brand itself.
    public record Account(long id, String network, String handle, boolean bot) {}

    /// A network that may have own accounts.
    public record Network(String name, String title) {}

    /// What a query would have caught.
    ///
    /// @param error where it cannot be read; null when it can
    @Introspected
    public record Preview(@Nullable String error, String summary, List<Caught> newest) {}

    /// A stored post that a query catches.
    public record Caught(String words, String network, @Nullable String author) {}
}
