package firsthour.connectors;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;

/// How long a network lets a reply be.
///
/// @param most in units; at least 1
/// @param unit how the network counts
public record ReplyLimit(int most, Unit unit) {

    /// How a text's length is counted.
    public enum Unit {
        /// Code points of Unicode.
        CHARACTERS,
        /// What a reader takes for one character: a flag or a family of emoji is one.
        GRAPHEMES,
        /// Bytes in UTF-8.
        BYTES
    }

    /// The length of a text as the network counts it.
    public int length(String text) {
        return switch (unit) {
            case CHARACTERS -> text.codePointCount(0, text.length());
            case GRAPHEMES -> graphemes(text);
            case BYTES -> text.getBytes(StandardCharsets.UTF_8).length;
        };
    }

    public boolean allows(String text) {
        return length(text) <= most;
    }

    private static int graphemes(String text) {
        BreakIterator at = BreakIterator.getCharacterInstance(Locale.ROOT);
        at.setText(text);
        int count = 0;
        while (at.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }
}
