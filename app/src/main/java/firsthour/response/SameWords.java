package firsthour.response;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tells whether a text on a network is one that was posted from here: names of people stand before
/// it there, links are shortened, white space and quotation marks changed.
final class SameWords {
    private static final Pattern NAMES = Pattern.compile("^(\\s*@\\S+)+");

    private SameWords() {}

    /// @param sent as it was posted from here
    /// @param found as the network shows it
    static boolean are(String sent, String found) {
        var words = letters(sent);
        return words.isEmpty()
                ? sent.strip().equals(found.strip())
                : letters(NAMES.matcher(found).replaceFirst(""))
                        .equals(letters(NAMES.matcher(sent).replaceFirst("")));
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("https?://\\S+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
