package firsthour.response;

import java.text.Normalizer;
import java.util.Locale;

/// Tells whether a text on a network is one that was posted from here: networks put a name before
/// it, shorten links and change white space and quotation marks.
final class SameWords {
    private SameWords() {}

    /// @param sent as it was posted from here
    /// @param found as the network shows it
    static boolean are(String sent, String found) {
        var words = letters(sent);
        return words.isEmpty()
                ? sent.strip().equals(found.strip())
                : letters(found).endsWith(words);
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("https?://\\S+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
