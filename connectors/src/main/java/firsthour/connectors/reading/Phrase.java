package firsthour.connectors.reading;

import firsthour.connectors.Post;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A phrase as it is looked for again here, because the search also gives what is merely like it:
/// the words of the phrase, in a row, whatever case and punctuation.
public final class Phrase {
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /// Scripts that put no gaps between words.
    private static final Pattern GAPLESS =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]");

    private final String words;
    private final boolean gapless;

    public Phrase(String phrase) {
        this.words = words(phrase);
        this.gapless = GAPLESS.matcher(phrase).find();
    }

    /// Whether a post holds a phrase in its title or its text.
    public static boolean occurs(String phrase, Post post) {
        return new Phrase(phrase).isIn(post.title().orElse("") + "\n" + post.text());
    }

    /// Whether a text holds the phrase.
    public boolean isIn(String text) {
        String wanted = gapless ? words.strip() : words;
        return !wanted.isBlank() && words(text).contains(wanted);
    }

    /// The longest word of a phrase as it was typed, for searches that know neither words nor their
    /// gaps; empty where there is none.
    public static Optional<String> longestWord(String phrase) {
        return GAPS.splitAsStream(phrase)
                .filter(word -> !word.isEmpty())
                .max(Comparator.comparingInt(String::length));
    }

    private static String words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return " " + GAPS.matcher(folded).replaceAll(" ").strip() + " ";
    }
}
