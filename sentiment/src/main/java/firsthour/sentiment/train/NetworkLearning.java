package firsthour.sentiment.train;

import firsthour.sentiment.linear.Models;
import firsthour.sentiment.network.Network;
import firsthour.sentiment.network.Weights;
import firsthour.sentiment.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Trains a [Network], post by post, with AdaGrad's steps and filters left out at random. The same
/// posts in the same order give the same weights.
final class NetworkLearning {
    /// Tokens of a post that are learned from.
    private static final int MOST_TOKENS = 70;

    private static final float FIRST_SQUARE = 0.1f;
    private static final float LAST_RATE = 0.2f;

    private final WordVectors words;
    private final Settings settings;
    private final int dimensions;
    private final int filters;
    private final int places;
    private final int answers;
    private final int classes;
    private final Random random = new Random(1);

    /// By number of the vocabulary and dimension.
    private final Steps vectors;

    /// By dimension, place and filter.
    private final Steps spans;

    private final Steps bias;

    /// By class and filter.
    private final Steps output;

    private final Steps outputBias;

    private float[] toWords = new float[0];
    private final float[] sum;
    private final float[] strongest;
    private final int[] where;
    private final float[] kept;
    private final float[] blame;

    /// How much is learned.
    ///
    /// @param filters of each width
    /// @param rate of the first steps
    /// @param vectorRate the same, of the word vectors
    /// @param leftOut share of the filters that is left out
    /// @param rounds over all posts
    record Settings(
            int dimensions, int filters, float rate, float vectorRate, float leftOut, int rounds) {}

    /// Weights that take smaller steps the more they have moved.
    private static final class Steps {
        final float[] weights;
        final float[] squares;

        Steps(float[] weights) {
            this.weights = weights;
            squares = new float[weights.length];
            Arrays.fill(squares, FIRST_SQUARE);
        }

        void step(int i, float slope, float rate) {
            squares[i] += slope * slope;
            weights[i] -= rate * slope / (float) Math.sqrt(squares[i]);
        }
    }

    private NetworkLearning(WordVectors words, int classes, Settings settings) {
        this.words = words;
        this.settings = settings;
        this.classes = classes;
        dimensions = settings.dimensions;
        filters = settings.filters;
        places = Network.PLACES * filters;
        answers = Network.WIDEST * filters;
        vectors = new Steps(words.vectors());
        spans = new Steps(random(dimensions * places, Math.sqrt(0.5 / dimensions)));
        bias = new Steps(new float[answers]);
        output = new Steps(random(classes * answers, 0.05));
        outputBias = new Steps(new float[classes]);
        sum = new float[filters];
        strongest = new float[answers];
        where = new int[answers];
        kept = new float[answers];
        blame = new float[answers];
    }

    static Network learn(WordVectors words, Taught taught, Settings settings) {
        var learning = new NetworkLearning(words, taught.classes(), settings);
        learning.learn(taught.lessons());
        return new Network(
                words.vocabulary(),
                new Weights(
                        learning.dimensions,
                        learning.vectors.weights,
                        learning.spans.weights,
                        learning.bias.weights,
                        learning.output.weights,
                        learning.outputBias.weights));
    }

    private float[] random(int size, double spread) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (random.nextGaussian() * spread);
        }
        return values;
    }

    private void learn(List<Taught.Lesson> lessons) {
        var tokens = new Tokens();
        var read = new ArrayList<int[]>();
        var order = new ArrayList<Integer>();
        for (var lesson : lessons) {
            tokens.read(lesson.text);
            int[] numbers = new int[Math.clamp(tokens.size(), 1, MOST_TOKENS)];
            for (int t = 0; t < Math.min(tokens.size(), numbers.length); t++) {
                numbers[t] = words.vocabulary().numberOf(tokens, t);
            }
            order.add(read.size());
            read.add(numbers);
        }
        for (int round = 0; round < settings.rounds; round++) {
            Collections.shuffle(order, random);
            float pace = Math.max(1 - (float) round / settings.rounds, LAST_RATE);
            for (int i : order) {
                learn(read.get(i), lessons.get(i), pace);
            }
        }
    }

    private void learn(int[] post, Taught.Lesson lesson, float pace) {
        look(post);
        float rest = 1 / (1 - settings.leftOut);
        double[] logits = new double[classes];
        for (int i = 0; i < answers; i++) {
            kept[i] = random.nextFloat() < settings.leftOut ? 0 : rest * strongest[i];
            blame[i] = 0;
        }
        for (int k = 0; k < classes; k++) {
            logits[k] = outputBias.weights[k];
            for (int i = 0; i < answers; i++) {
                logits[k] += output.weights[k * answers + i] * kept[i];
            }
        }
        double[] shares = Models.softmax(logits, 1);
        float rate = pace * settings.rate;
        for (int k = 0; k < classes; k++) {
            float error = lesson.weight * ((float) shares[k] - lesson.target[k]);
            for (int i = 0; i < answers; i++) {
                if (kept[i] != 0) {
                    blame[i] += error * output.weights[k * answers + i] * rest;
                    output.step(k * answers + i, error * kept[i], rate);
                }
            }
            outputBias.step(k, error, rate);
        }
        mend(post, rate, pace * settings.vectorRate);
    }

    /// Finds the strongest answer of each filter and where it was given.
    private void look(int[] post) {
        if (toWords.length < post.length * places) {
            toWords = new float[2 * post.length * places];
        }
        Arrays.fill(toWords, 0, post.length * places, 0);
        for (int t = 0; t < post.length; t++) {
            for (int d = 0; d < dimensions; d++) {
                float value = vectors.weights[post[t] * dimensions + d];
                for (int i = 0; i < places; i++) {
                    toWords[t * places + i] += value * spans.weights[d * places + i];
                }
            }
        }
        for (int width = 1; width <= Network.WIDEST; width++) {
            int at = (width - 1) * filters;
            Arrays.fill(strongest, at, at + filters, Float.NEGATIVE_INFINITY);
            for (int start = 1 - width; start < post.length; start++) {
                Arrays.fill(sum, 0);
                for (int n = 0; n < width; n++) {
                    if (start + n >= 0 && start + n < post.length) {
                        int from = (start + n) * places + place(width, n);
                        for (int f = 0; f < filters; f++) {
                            sum[f] += toWords[from + f];
                        }
                    }
                }
                for (int f = 0; f < filters; f++) {
                    if (sum[f] > strongest[at + f]) {
                        strongest[at + f] = sum[f];
                        where[at + f] = start;
                    }
                }
            }
            for (int f = 0; f < filters; f++) {
                strongest[at + f] = Math.max(0, strongest[at + f] + bias.weights[at + f]);
            }
        }
    }

    /// Only what gave the strongest answer is to blame for it.
    private void mend(int[] post, float rate, float vectorRate) {
        for (int width = 1; width <= Network.WIDEST; width++) {
            for (int f = 0; f < filters; f++) {
                int i = (width - 1) * filters + f;
                if (blame[i] == 0 || strongest[i] <= 0) {
                    continue;
                }
                bias.step(i, blame[i], rate);
                for (int n = 0; n < width; n++) {
                    int at = where[i] + n;
                    if (at >= 0 && at < post.length) {
                        mend(post[at], place(width, n) + f, blame[i], rate, vectorRate);
                    }
                }
            }
        }
    }

    private void mend(int word, int place, float error, float rate, float vectorRate) {
        for (int d = 0; d < dimensions; d++) {
            int span = d * places + place;
            int number = word * dimensions + d;
            float ofSpan = error * vectors.weights[number];
            float ofVector = error * spans.weights[span];
            spans.step(span, ofSpan, rate);
            vectors.step(number, ofVector, vectorRate);
        }
    }

    /// Where a place of a width begins.
    private int place(int width, int n) {
        return (width * (width - 1) / 2 + n) * filters;
    }
}
