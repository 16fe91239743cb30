package firsthour.response.check;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Words of a text, made comparable.
final class Words {
    private static final Pattern NO_WORDS =
            Pattern.compile("https?://\\S+|[@#][\\p{L}\\p{N}_.@-]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’]*");

    /// What says nothing about what a sentence is about.
    private static final Set<String> EMPTY =
            Set.of(
                    "about",
                    "after",
                    "again",
                    "also",
                    "another",
                    "because",
                    "been",
                    "before",
                    "being",
                    "could",
                    "does",
                    "doing",
                    "done",
                    "each",
                    "even",
                    "ever",
                    "every",
                    "from",
                    "gone",
                    "have",
                    "having",
                    "hello",
                    "here",
                    "into",
                    "just",
                    "know",
                    "like",
                    "made",
                    "make",
                    "many",
                    "more",
                    "most",
                    "much",
                    "need",
                    "never",
                    "only",
                    "other",
                    "over",
                    "please",
                    "really",
                    "same",
                    "should",
                    "some",
                    "something",
                    "still",
                    "such",
                    "take",
                    "than",
                    "thank",
                    "thanks",
                    "that",
                    "their",
                    "them",
                    "then",
                    "there",
                    "these",
                    "they",
                    "thing",
                    "this",
                    "those",
                    "very",
                    "want",
                    "well",
                    "were",
                    "what",
                    "when",
                    "where",
                    "which",
                    "while",
                    "will",
                    "with",
                    "would",
                    "your",
                    "yours",
                    "yourself",
                    "anybody",
                    "anyone",
                    "someone",
                    "somebody",
                    "today",
                    "going",
                    "tell",
                    "team");

    private static final int STEM = 5;

    private Words() {}

    /// Letters and digits alone, in lower case.
    static String letters(String text) {
        return plain(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /// All words in lower case and order, without links, names of accounts and figures.
    static List<String> all(String text) {
        var found = new ArrayList<String>();
        var matcher = WORD.matcher(NO_WORDS.matcher(plain(text)).replaceAll(" "));
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /// The beginnings of the words that tell what a text is about.
    static List<String> content(String text) {
        return all(text).stream()
                .filter(word -> word.length() >= 4 && !EMPTY.contains(word))
                .map(Words::stem)
                .distinct()
                .toList();
    }

    /// Whether a word or phrase stands in a text as a word of its own, whatever its case.
    static boolean has(String text, String word) {
        return hasExactly(plain(text), plain(word));
    }

    /// The same, where capitals count.
    static boolean hasExactly(String text, String word) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])")
                .matcher(text)
                .find();
    }

    private static String stem(String word) {
        return word.length() <= STEM ? word : word.substring(0, STEM);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
