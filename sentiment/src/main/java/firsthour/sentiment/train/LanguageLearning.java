package firsthour.sentiment.train;

import firsthour.sentiment.language.Spelling;
import firsthour.sentiment.linear.Features;
import firsthour.sentiment.text.Cleaned;
import firsthour.sentiment.text.Tokens;
import firsthour.sentiment.train.Corpus.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Learns to tell English from other languages in Latin letters: from posts in six languages, from
/// pieces of them, because posts are short, and from strings of letters that look like these and
/// other languages. The same data give the same file.
public final class LanguageLearning {
    private static final long SEED = 7;
    private static final float OF_A_PIECE = 0.3f;
    private static final int WORDS_OF_A_PIECE = 3;

    /// English posts are so many that pieces of every second are enough.
    private static final int PIECES_OF_ENGLISH = 2;

    private static final int FROM_SETS_BESIDE = 8_000;
    private static final int STRINGS = 500;
    private static final Regression.Settings SETTINGS = new Regression.Settings(1, 4, 0, 60);

    /// The names of the files of foreign posts.
    private static final Map<String, String> FILES =
            Map.of(
                    "fr", "french",
                    "de", "german",
                    "it", "italian",
                    "pt", "portuguese",
                    "es", "spanish");

    /// All others for which Lingua has n-grams in Latin letters and which somebody may well post
    /// in.
    private static final List<String> OTHERS =
            List.of(
                    "nl", "pl", "sv", "da", "nb", "fi", "cs", "tr", "id", "ro", "hu", "tl", "sw",
                    "vi", "ms", "ca", "hr", "sk", "sl", "et", "lv", "lt", "af", "so", "sq", "is",
                    "nn", "cy", "ga", "eu", "zu", "xh", "yo", "sn", "st", "mi", "az", "bs");

    private final Corpus corpus;
    private final Random random = new Random(SEED);
    private final Tokens tokens = new Tokens();
    private final Features features = new Features(Spelling.BITS);
    private final Rows rows = new Rows(Spelling.LANGUAGES.size() + 1, Spelling.BITS, 0);

    private LanguageLearning(Corpus corpus) {
        this.corpus = corpus;
    }

    /// Reads the data in the first folder named and writes the weights to the second path.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Name the data folder and the file to write");
        }
        var spelling = new LanguageLearning(new Corpus(Path.of(arguments[0]))).learn();
        try (var out = Files.newOutputStream(Path.of(arguments[1]))) {
            spelling.write(out);
        }
        System.out.println("The languages are learned");
    }

    private Spelling learn() throws IOException {
        posts(corpus.polarity("tweeteval", "train"), 0);
        for (var set : List.of("goemotions", "kaggle")) {
            var all = Corpus.shuffled(corpus.polarity(set, "train"), SEED);
            posts(all.subList(0, FROM_SETS_BESIDE), 0);
        }
        strings("en", 8 * STRINGS, 0);
        for (int label = 1; label < Spelling.LANGUAGES.size(); label++) {
            var language = Spelling.LANGUAGES.get(label);
            posts(corpus.foreign(FILES.getOrDefault(language, language), "train"), label);
            strings(language, 2 * STRINGS, label);
        }
        for (var language : OTHERS) {
            strings(language, STRINGS, Spelling.LANGUAGES.size());
        }
        return new Spelling(Regression.train(rows, SETTINGS));
    }

    private void posts(List<Example> posts, int label) {
        for (int i = 0; i < posts.size(); i++) {
            var text = Cleaned.of(posts.get(i).text()).text();
            add(text, label, 1);
            if (label > 0 || i % PIECES_OF_ENGLISH == 0) {
                pieces(text.split("\\s+", -1), label);
            }
        }
    }

    private void pieces(String[] words, int label) {
        for (int i = 0; i + WORDS_OF_A_PIECE <= words.length; i += WORDS_OF_A_PIECE) {
            var piece = Arrays.copyOfRange(words, i, i + WORDS_OF_A_PIECE);
            add(String.join(" ", piece), label, OF_A_PIECE);
        }
    }

    private void strings(String language, int count, int label) throws IOException {
        var chain = new LetterChain(language, random);
        for (int i = 0; i < count; i++) {
            add(chain.post(), label, 1);
        }
    }

    private void add(String text, int label, float weight) {
        int[] ids = Spelling.read(tokens.read(text), features).copy();
        rows.add(ids, new float[0], label, weight);
    }
}
