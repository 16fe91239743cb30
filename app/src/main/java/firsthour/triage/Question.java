package firsthour.triage;

import java.util.List;
import java.util.regex.Pattern;

/// Recognises a question that is put to the brand, by its form alone, until the model says so.
///
/// A sentence that ends in a question mark is one, when the post either mentions an own account by
/// its handle (`@handle`, in any language), or names the brand and that sentence begins like an
/// English question ("when", "do you", "anyone"). Links are cut out first: their `?` asks nothing.
final class Question {
    private static final Pattern LINK = Pattern.compile("\\S+://\\S+");
    private static final Pattern SENTENCE_ASKED = Pattern.compile("[^.!?\\n]*\\?+(?=\\W|$)");
    private static final Pattern OPENS_A_QUESTION =
            Pattern.compile(
                    "\\b(who|whom|whose|what|when|where|which|why|how|do|does|did|don't|doesn't"
                            + "|didn't|can|can't|could|is|isn't|are|aren't|was|were|will|won't"
                            + "|would|should|has|have|had|may|any|anyone|anybody|any chance)\\b",
                    Pattern.CASE_INSENSITIVE);

    private Question() {}

    /// Whether a text asks the brand.
    ///
    /// @param ownHandles the brand's accounts on the post's network, without `@`
    static boolean isPutTo(String brandName, List<String> ownHandles, String text) {
        var plain = LINK.matcher(text).replaceAll(" ");
        var asked = SENTENCE_ASKED.matcher(plain).results().map(found -> found.group()).toList();
        if (asked.isEmpty()) {
            return false;
        }
        if (ownHandles.stream().anyMatch(handle -> contains(plain, "@" + handle))) {
            return true;
        }
        return contains(plain, brandName)
                && asked.stream().anyMatch(s -> OPENS_A_QUESTION.matcher(s).find());
    }

    /// Whether the words stand in the text, not as a part of a longer word.
    private static boolean contains(String text, String words) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}_])" + Pattern.quote(words) + "(?![\\p{L}\\p{N}_])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }
}
