package firsthour.sentiment.train;

import firsthour.sentiment.linear.Features;
import firsthour.sentiment.linear.LinearModel;
import firsthour.sentiment.linear.WordScores;
import firsthour.sentiment.text.Tokens;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Learns the scores of single words: a regression over the words of the sets beside the main one,
/// to which each word of a lexicon is added as a short post. So no value of a lexicon goes into the
/// weights as it is; what is kept was learned, for words that a lexicon names.
final class WordLearning {
    private static final float PSEUDO_POST = 8;
    private static final int BITS = 20;
    private static final Regression.Settings SETTINGS = new Regression.Settings(1, 1, 0, 60);

    private final Corpus corpus;
    private final Tokens tokens = new Tokens();
    private final Features features = new Features(BITS);

    /// What the lexicons say of a word: a sum and how many said so.
    private final Map<String, double[]> said = new LinkedHashMap<>();

    WordLearning(Corpus corpus) {
        this.corpus = corpus;
    }

    WordScores learn() throws IOException {
        readLexicons();
        var rows = new Rows(3, BITS, 0);
        for (var set : Corpus.BESIDE) {
            for (var example : corpus.polarity(set, "train")) {
                rows.add(words(example.text()), new float[0], example.label(), 1);
            }
        }
        var single = new LinkedHashMap<String, Long>();
        for (var word : said.entrySet()) {
            tokens.read(word.getKey());
            if (tokens.size() == 1) {
                single.put(word.getKey(), tokens.hash(0));
                double value = word.getValue()[0] / word.getValue()[1];
                float good = (float) Math.clamp(value, 0, 1);
                float bad = (float) Math.clamp(-value, 0, 1);
                rows.add(
                        words(word.getKey()),
                        new float[0],
                        new float[] {bad, 1 - good - bad, good},
                        PSEUDO_POST);
            }
        }
        return scores(Regression.train(rows, SETTINGS), single);
    }

    private WordScores scores(LinearModel model, Map<String, Long> single) {
        var scores = new TreeMap<Long, Float>();
        var none = new float[0];
        features.clear();
        double[] base = model.logits(features, none);
        single.forEach((word, hash) -> {
            words(word);
            double[] logits = model.logits(features, none);
            double score = logits[2] - base[2] - (logits[0] - base[0]);
            if (score != 0) {
                scores.put(hash, (float) score);
            }
        });
        return new WordScores(scores);
    }

    private int[] words(String text) {
        tokens.read(text);
        features.clear();
        for (int t = 0; t < tokens.size(); t++) {
            features.add(tokens.hash(t));
        }
        return features.copy();
    }

    private void readLexicons() throws IOException {
        lines(
                "vader_lexicon.txt",
                StandardCharsets.UTF_8,
                "\t",
                cells -> tell(cells[0], number(cells[1]) / 4));
        lines(
                "afinn-en-165.txt",
                StandardCharsets.UTF_8,
                "\t",
                cells -> tell(cells[0], number(cells[1]) / 5));
        lines(
                "huliu_positive-words.txt",
                StandardCharsets.ISO_8859_1,
                ";",
                cells -> tell(cells[0], 0.6));
        lines(
                "huliu_negative-words.txt",
                StandardCharsets.ISO_8859_1,
                ";",
                cells -> tell(cells[0], -0.6));
        lines("mpqa_subjclueslen1-HLTEMNLP05.tff", StandardCharsets.UTF_8, " ", this::tellClue);
        lines("emoji_sentiment_ranking_v1.0.csv", StandardCharsets.UTF_8, ",", this::tellEmoji);
    }

    private interface Line {
        void take(String[] cells);
    }

    private void lines(String file, Charset encoding, String separator, Line line)
            throws IOException {
        for (var text : Files.readAllLines(corpus.lexicon(file), encoding)) {
            var cells = text.split(separator, -1);
            if (!cells[0].isBlank() && !text.startsWith("Emoji,")) {
                line.take(cells);
            }
        }
    }

    private void tellClue(String[] cells) {
        var facts = new HashMap<String, String>();
        for (var cell : cells) {
            var parts = cell.split("=", 2);
            facts.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        double strength = facts.getOrDefault("type", "").startsWith("strong") ? 0.7 : 0.4;
        BiConsumer<String, Double> word =
                (name, value) -> tell(facts.getOrDefault(name, ""), value);
        switch (facts.getOrDefault("priorpolarity", "")) {
            case "positive" -> word.accept("word1", strength);
            case "negative" -> word.accept("word1", -strength);
            default -> {
                // Both, or neither: it says nothing.
            }
        }
    }

    /// Of emoji that were labelled five times or more.
    private void tellEmoji(String[] cells) {
        double bad = number(cells[4]);
        double neutral = number(cells[5]);
        double good = number(cells[6]);
        double all = bad + neutral + good;
        if (all >= 5) {
            tell(cells[0], (good - bad) / all);
        }
    }

    private void tell(String word, double value) {
        var sums = said.computeIfAbsent(word.strip().toLowerCase(Locale.ROOT), _ -> new double[2]);
        sums[0] += value;
        sums[1]++;
    }

    private static double number(String text) {
        return Double.parseDouble(text.strip());
    }
}
