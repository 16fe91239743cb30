package firsthour.web.brands;

import firsthour.brand.Brand;
import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One brand: its queries, own accounts and rules.
///
/// @param query what stands in the field of a new query
/// @param account what stands in the fields of a new own account
/// @param rules what stands in the fields of the rules
@Introspected
public record BrandView(
        long id,
        String name,
        boolean sample,
        List<Query> queries,
        List<Account> accounts,
        List<Network> networks,
        String query,
        AccountForm account,
        RulesForm rules,
        FormErrors errors) {

    /// What stands in the forms of the page.
    record Typed(String query, AccountForm account, RulesForm rules) {
        /// The rules that hold, and nothing else.
        static Typed nothing(Brand brand) {
            return new Typed("", new AccountForm("", "", null), RulesForm.of(brand));
        }

        Typed with(String typed) {
            return new Typed(typed, account, rules);
        }

        Typed with(AccountForm typed) {
            return new Typed(query, typed, rules);
        }

        Typed with(RulesForm typed) {
            return new Typed(query, account, typed);
        }
    }

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
