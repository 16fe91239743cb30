package firsthour.sentiment.train;

import firsthour.sentiment.network.Vocabulary;
import firsthour.sentiment.text.Tokens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ejml.simple.SimpleMatrix;

/// Words that occur often, with vectors to begin with: what the language models make of each word
/// alone, with as many dimensions as tell most.
final class WordVectors {
    /// Times that a word must occur.
    private static final int LEAST = 5;

    private static final double USUAL_SIZE = 0.35;
    private static final double SIZE_OF_SIGNS = 0.1;

    private final Vocabulary vocabulary;
    private final float[] vectors;

    /// A normal form that was met.
    ///
    /// @param letters empty for what has none: an emoji, a sign, a number
    private record Met(long hash, String letters, int times) {}

    private WordVectors(Vocabulary vocabulary, float[] vectors) {
        this.vocabulary = vocabulary;
        this.vectors = vectors;
    }

    static WordVectors of(Collection<String> texts, Readings readings, int dimensions)
            throws IOException {
        var words = meet(texts);
        var vocabulary = new Vocabulary(words.stream().mapToLong(Met::hash).toArray());
        float[] vectors = new float[vocabulary.size() * dimensions];
        var random = new Random(1);
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = (float) (random.nextGaussian() * SIZE_OF_SIGNS);
        }
        readings.read(words.stream().map(Met::letters).filter(w -> !w.isEmpty()).toList());
        lay(words, readings, dimensions, vectors);
        return new WordVectors(vocabulary, vectors);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /// By number of the vocabulary and dimension.
    float[] vectors() {
        return vectors.clone();
    }

    /// What occurs often, the most frequent first.
    private static List<Met> meet(Collection<String> texts) {
        Map<Long, Met> met = new HashMap<>();
        var tokens = new Tokens();
        for (var text : texts) {
            tokens.read(text);
            for (int t = 0; t < tokens.size(); t++) {
                long hash = tokens.hash(t);
                var known = met.get(hash);
                met.put(
                        hash,
                        known == null
                                ? new Met(hash, letters(tokens, t), 1)
                                : new Met(hash, known.letters, known.times + 1));
            }
        }
        return met.values().stream()
                .filter(word -> word.times >= LEAST)
                .sorted(Comparator.comparingInt(Met::times).reversed().thenComparing(Met::hash))
                .toList();
    }

    private static String letters(Tokens tokens, int token) {
        int from = tokens.lettersFrom(token);
        return new String(tokens.letters(), from, tokens.lettersTo(token) - from);
    }

    /// Principal components of the readings, weighted by how often each word occurs; the larger are
    /// made smaller, lest they rule alone.
    private static void lay(List<Met> words, Readings readings, int dimensions, float[] vectors) {
        var numbers = new ArrayList<Integer>();
        for (int w = 0; w < words.size(); w++) {
            if (!words.get(w).letters.isEmpty()) {
                numbers.add(w);
            }
        }
        int figures = LanguageModels.FIGURES;
        double[] mean = new double[figures];
        double all = 0;
        for (int w : numbers) {
            double weight = Math.sqrt(words.get(w).times);
            float[] read = readings.get(words.get(w).letters);
            for (int i = 0; i < figures; i++) {
                mean[i] += weight * read[i];
            }
            all += weight;
        }
        for (int i = 0; i < figures; i++) {
            mean[i] /= all;
        }
        double[][] spread = new double[figures][figures];
        for (int w : numbers) {
            double weight = Math.sqrt(words.get(w).times) / all;
            double[] from = less(readings.get(words.get(w).letters), mean);
            for (int i = 0; i < figures; i++) {
                double by = weight * from[i];
                for (int j = 0; j < figures; j++) {
                    spread[i][j] += by * from[j];
                }
            }
        }
        var components = new SimpleMatrix(spread).svd();
        double squares = 0;
        for (int w : numbers) {
            double[] from = less(readings.get(words.get(w).letters), mean);
            for (int d = 0; d < dimensions; d++) {
                double sum = 0;
                for (int i = 0; i < figures; i++) {
                    sum += from[i] * components.getU().get(i, d);
                }
                double laid = sum / Math.pow(components.getSingleValue(d), 0.25);
                vectors[(w + 1) * dimensions + d] = (float) laid;
                squares += laid * laid;
            }
        }
        double scale = USUAL_SIZE / Math.sqrt(squares / numbers.size() / dimensions);
        for (int w : numbers) {
            for (int d = 0; d < dimensions; d++) {
                vectors[(w + 1) * dimensions + d] *= (float) scale;
            }
        }
    }

    private static double[] less(float[] read, double[] mean) {
        double[] from = new double[mean.length];
        for (int i = 0; i < from.length; i++) {
            from[i] = read[i] - mean[i];
        }
        return from;
    }
}
