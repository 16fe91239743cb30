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
/// @param word what stands in the fields of a new word
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
        List<Word> words,
        List<Choice> topics,
        WordForm word,
        FormErrors errors) {

    /// What stands in the forms of the page.
    record Typed(String query, AccountForm account, RulesForm rules, WordForm word) {
        /// The rules that hold, and nothing else.
        static Typed nothing(Brand brand) {
            return new Typed(
                    "", new AccountForm("", "", null), RulesForm.of(brand), new WordForm("", ""));
        }

        Typed with(String typed) {
            return new Typed(typed, account, rules, word);
        }

        Typed with(AccountForm typed) {
            return new Typed(query, typed, rules, word);
        }

        Typed with(RulesForm typed) {
            return new Typed(query, account, typed, word);
        }

        Typed with(WordForm typed) {
            return new Typed(query, account, rules, typed);
        }
    }

    /// A tracked query.
    public record Query(long id, String query) {}

    /// An account of the brand itself.
    public record Account(long id, String network, String handle, boolean bot) {}

    /// A word of the brand's own and what it stands for.
    public record Word(long id, String word, String topic) {}

    /// A topic.
    ///
    /// @param name as it is sent
    public record Choice(String name, String label) {}

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
