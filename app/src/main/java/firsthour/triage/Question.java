package firsthour.triage;

import java.util.List;
import java.util.regex.Pattern;

/// Recognises a question that is put to one of the brand's accounts by its handle: "@handle" and a
/// question mark, in any language. This is what the model cannot say of a text: it knows neither
/// whose handles those are nor every language. All other questions are flagged by the model. Links
/// are cut out first: their `?` asks nothing.
final class Question {
    private static final Pattern LINK = Pattern.compile("\\S+://\\S+");
    private static final Pattern ASKED = Pattern.compile("\\?+(?=\\W|$)");

    private Question() {}

    /// Whether a text asks an account of the brand.
    ///
    /// @param ownHandles the brand's accounts on the post's network, without `@`
    static boolean isPutTo(List<String> ownHandles, String text) {
        var plain = LINK.matcher(text).replaceAll(" ");
        return ASKED.matcher(plain).find()
                && ownHandles.stream().anyMatch(handle -> names(plain, handle));
    }

    /// Whether the handle stands in the text, not as a part of a longer word.
    private static boolean names(String text, String handle) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}_])@" + Pattern.quote(handle) + "(?![\\p{L}\\p{N}_])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }
}
