package firsthour.sentiment.network;

import firsthour.sentiment.text.Tokens;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// A convolutional network over word vectors (Kim, 2014): filters of one to three words, each of
/// which looks through a post for what it knows and keeps the strongest answer; from these answers
/// it says what the post is.
///
/// A filter's answer to a word alone does not depend on the post. It is worked out once for each
/// word that occurs and kept, so that reading a post is adding up, not multiplying. Thread-safe.
public final class Network {
    /// Words that a filter spans at most.
    public static final int WIDEST = 3;

    /// Places in the spans of one to three words, counted together.
    public static final int PLACES = 6;

    /// Tokens that are read at most.
    private static final int MOST_TOKENS = 400;

    /// Answers are kept in units of this, so that the sum of three fits two bytes.
    private static final float UNIT = 1f / 1024;

    private static final int MOST = Short.MAX_VALUE / WIDEST;

    private final Vocabulary vocabulary;
    private final Weights weights;
    private final short[] nothing;

    /// By number of the vocabulary; null until the word occurs. Two threads may work the same
    /// answers out at once: they are equal.
    private final AtomicReferenceArray<short[]> answers;

    public Network(Vocabulary vocabulary, Weights weights) {
        this.vocabulary = vocabulary;
        this.weights = weights;
        this.nothing = new short[PLACES * weights.filters()];
        this.answers = new AtomicReferenceArray<>(vocabulary.size());
    }

    /// What one thread needs to read posts; filled again and again, by networks of one size.
    public static final class Desk {
        private final short[][] answers = new short[MOST_TOKENS + 2 * (WIDEST - 1)][];
        private short[] best = new short[0];
        private float[] strongest = new float[0];

        private void fit(int filters) {
            if (best.length != filters) {
                best = new short[filters];
                strongest = new float[WIDEST * filters];
            }
        }
    }

    /// What speaks for each class, in no unit: the logarithms of odds that are not calibrated.
    public double[] logits(Tokens tokens, Desk desk) {
        int filters = weights.filters();
        desk.fit(filters);
        int length = lay(tokens, desk);
        for (int width = 1; width <= WIDEST; width++) {
            look(width, length, desk);
            int at = (width - 1) * filters;
            for (int f = 0; f < filters; f++) {
                desk.strongest[at + f] = Math.max(0, desk.best[f] * UNIT + weights.bias(at + f));
            }
        }
        return weights.logits(desk.strongest);
    }

    /// Lays out what the filters answer to each word. A span may begin before the post and end
    /// after it; nothing stands there.
    private int lay(Tokens tokens, Desk desk) {
        int length = Math.min(tokens.size(), MOST_TOKENS);
        int first = WIDEST - 1;
        Arrays.fill(desk.answers, 0, first, nothing);
        for (int t = 0; t < length; t++) {
            desk.answers[first + t] = answers(vocabulary.numberOf(tokens, t));
        }
        Arrays.fill(desk.answers, first + length, 2 * first + length, nothing);
        return length;
    }

    private void look(int width, int length, Desk desk) {
        short[] best = desk.best;
        Arrays.fill(best, length == 0 ? 0 : Short.MIN_VALUE);
        int place = width * (width - 1) / 2 * best.length;
        for (int at = WIDEST - width; at < WIDEST - 1 + length; at++) {
            short[] first = desk.answers[at];
            switch (width) {
                case 1 -> one(first, best);
                case 2 -> two(first, desk.answers[at + 1], place, best);
                default -> three(first, desk.answers[at + 1], desk.answers[at + 2], place, best);
            }
        }
    }

    private static void one(short[] first, short[] best) {
        for (int f = 0; f < best.length; f++) {
            best[f] = (short) Math.max(best[f], first[f]);
        }
    }

    private static void two(short[] first, short[] second, int place, short[] best) {
        int next = place + best.length;
        for (int f = 0; f < best.length; f++) {
            best[f] = (short) Math.max(best[f], (short) (first[place + f] + second[next + f]));
        }
    }

    private static void three(
            short[] first, short[] second, short[] third, int place, short[] best) {
        int next = place + best.length;
        int last = next + best.length;
        for (int f = 0; f < best.length; f++) {
            short sum = (short) (first[place + f] + second[next + f] + third[last + f]);
            best[f] = (short) Math.max(best[f], sum);
        }
    }

    private short[] answers(int word) {
        short[] known = answers.get(word);
        if (known != null) {
            return known;
        }
        float[] sums = weights.answers(word);
        short[] found = new short[sums.length];
        for (int i = 0; i < sums.length; i++) {
            found[i] = (short) Math.clamp(Math.round(sums[i] / UNIT), -MOST, MOST);
        }
        answers.set(word, found);
        return found;
    }

    public void write(DataOutput out) throws IOException {
        vocabulary.write(out);
        weights.write(out);
    }

    public static Network read(DataInput in) throws IOException {
        return new Network(Vocabulary.read(in), Weights.read(in));
    }
}
