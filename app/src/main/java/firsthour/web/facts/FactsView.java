package firsthour.web.facts;

import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.util.List;

/// The facts and words of a brand.
///
/// @param typed what was typed and not saved
/// @param errors by field; `text-` with an id for a fact that was to be changed
@Introspected
public record FactsView(
        long brandId,
        String brand,
        boolean sample,
        List<Fact> facts,
        List<Word> words,
        Typed typed,
        FormErrors errors) {

    /// A fact.
    ///
    /// @param typed what stands in the field in which it is changed
    public record Fact(long id, String name, String text, String typed, long version) {}

    /// A word that is right.
    public record Word(long id, String word) {}

    /// What was typed.
    ///
    /// @param factId of the fact that was to be changed; 0 for none
    /// @param change to what
    public record Typed(String name, String text, String word, long factId, String change) {
        static final Typed NOTHING = new Typed("", "", "", 0, "");
    }
}
