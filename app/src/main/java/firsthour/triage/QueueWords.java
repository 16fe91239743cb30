package firsthour.triage;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is searched for in the queue: words in the post that opened a case, from the beginning of a
/// word on; the beginning of its author's handle; or its number.
///
/// @param typed not empty
record QueueWords(String typed) {
    private static final Pattern NUMBER = Pattern.compile("#?\\d{1,18}");
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

    /// Signs that join or stand beside each other without a space: there the database sees other
    /// words than people do.
    private static final Pattern UNSPACED =
            Pattern.compile(
                    "[\\p{M}\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}"
                            + "\\p{IsKhmer}\\p{IsMyanmar}]");

    /// Shorter words, and longer ones, are not in the database's index.
    private static final int SHORTEST = 3;

    private static final int LONGEST = 84;

    private static final Comparator<String> RARER =
            Comparator.<String, Boolean>comparing(word -> DIGIT.matcher(word).find())
                    .thenComparing(String::length);

    /// The number of a case: "2041" or "#2041"; 0, which no case has, for other words.
    long number() {
        return NUMBER.matcher(typed).matches() ? Long.parseLong(typed.replace("#", "")) : 0;
    }

    /// Whether nothing but a case is meant, so that no text need be looked at.
    boolean isNumberOnly() {
        return number() > 0 && (typed.startsWith("#") || typed.length() < SHORTEST);
    }

    /// Whether indexes find all that is meant.
    boolean isIndexed() {
        return isNumberOnly() || lead().isPresent();
    }

    /// The word that is likeliest to be rare, in the form that the index of words takes: one with a
    /// digit, or the longest. Empty where the index does not know the words.
    Optional<String> lead() {
        return spaced()
                ? WORD.matcher(typed)
                        .results()
                        .map(found -> found.group())
                        .filter(word -> word.length() >= SHORTEST && word.length() <= LONGEST)
                        .max(RARER)
                        .map(word -> "+" + word + "*")
                : Optional.empty();
    }

    /// What stands in a text that has the words from the beginning of a word on: an expression for
    /// REGEXP. Matches whatever has the words at all where a word does not begin with them.
    String beginning() {
        var first = typed.codePointAt(0);
        var begins = spaced() && (Character.isLetterOrDigit(first) || first == '_');
        return (begins ? "(*UCP)(?<!\\w)" : "") + Pattern.quote(typed);
    }

    /// Handles that begin with the words: a pattern for LIKE.
    String handle() {
        var name = typed.length() > 1 && typed.startsWith("@") ? typed.substring(1) : typed;
        return name.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    private boolean spaced() {
        return !UNSPACED.matcher(typed).find();
    }
}
