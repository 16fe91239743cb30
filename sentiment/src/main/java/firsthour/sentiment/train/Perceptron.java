package firsthour.sentiment.train;

import firsthour.sentiment.linear.Models;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A classifier with one hidden layer, trained by Adam (Kingma and Ba, 2015) with inputs and hidden
/// units left out at random. The same rows in the same order give the same weights.
final class Perceptron {
    private static final int BATCH = 64;
    private static final float RATE = 5e-4f;
    private static final float DECAY = 1e-2f;
    private static final float INPUTS_LEFT_OUT = 0.1f;
    private static final float MEMORY = 0.9f;
    private static final float LONG_MEMORY = 0.999f;

    private final int inputs;
    private final int classes;
    private final Settings settings;

    /// By input and hidden unit, then the hidden units' biases.
    private final Layer hidden;

    /// By hidden unit and class, then the biases.
    private final Layer output;

    private final float[] mean;
    private final float[] scale;

    /// @param units in the hidden layer
    /// @param leftOut share of the hidden units that is left out
    /// @param rounds over all rows
    record Settings(int units, float leftOut, int rounds) {}

    /// What is learned from.
    ///
    /// @param inputs each of the same length
    /// @param labels the class of each
    /// @param weights how much each counts
    record Rows(List<float[]> inputs, List<Integer> labels, List<Float> weights) {
        int size() {
            return inputs.size();
        }
    }

    /// Weights with Adam's memories of their gradients.
    private static final class Layer {
        final int width;
        final float[] weights;
        final float[] gradients;
        final float[] means;
        final float[] squares;

        Layer(int height, int width, double spread, Random random) {
            this.width = width;
            weights = new float[(height + 1) * width];
            for (int i = 0; i < height * width; i++) {
                weights[i] = (float) (random.nextGaussian() * spread);
            }
            gradients = new float[weights.length];
            means = new float[weights.length];
            squares = new float[weights.length];
        }

        /// @param of the values that come in; those that are 0 are passed over
        void forward(float[] of, float[] to) {
            System.arraycopy(weights, of.length * width, to, 0, width);
            for (int i = 0; i < of.length; i++) {
                if (of[i] != 0) {
                    addScaled(of[i], weights, i * width, to, 0, width);
                }
            }
        }

        void backward(float[] of, float[] errors) {
            for (int i = 0; i < of.length; i++) {
                if (of[i] != 0) {
                    addScaled(of[i], errors, 0, gradients, i * width, width);
                }
            }
            addScaled(1, errors, 0, gradients, of.length * width, width);
        }

        void step(float rate, int steps) {
            float first = (float) (1 - Math.pow(MEMORY, steps));
            float second = (float) (1 - Math.pow(LONG_MEMORY, steps));
            for (int i = 0; i < weights.length; i++) {
                float gradient = gradients[i];
                means[i] = MEMORY * means[i] + (1 - MEMORY) * gradient;
                squares[i] = LONG_MEMORY * squares[i] + (1 - LONG_MEMORY) * gradient * gradient;
                float move = means[i] / first / ((float) Math.sqrt(squares[i] / second) + 1e-8f);
                weights[i] -= rate * (move + DECAY * weights[i]);
            }
            Arrays.fill(gradients, 0);
        }
    }

    private Perceptron(Rows rows, int classes, Settings settings, Random random) {
        this.inputs = rows.inputs().getFirst().length;
        this.classes = classes;
        this.settings = settings;
        hidden = new Layer(inputs, settings.units(), 1 / Math.sqrt(inputs), random);
        output = new Layer(settings.units(), classes, 0.1, random);
        mean = new float[inputs];
        scale = new float[inputs];
        double[] sums = new double[inputs];
        double[] squares = new double[inputs];
        for (float[] row : rows.inputs()) {
            for (int i = 0; i < inputs; i++) {
                sums[i] += row[i];
                squares[i] += row[i] * row[i];
            }
        }
        for (int i = 0; i < inputs; i++) {
            double middle = sums[i] / rows.size();
            mean[i] = (float) middle;
            double variance = squares[i] / rows.size() - middle * middle;
            scale[i] = (float) (1 / Math.sqrt(Math.max(variance, 1e-9)));
        }
    }

    static Perceptron learn(Rows rows, int classes, Settings settings, long seed) {
        var random = new Random(seed);
        var perceptron = new Perceptron(rows, classes, settings, random);
        perceptron.learn(rows, random);
        return perceptron;
    }

    /// Probabilities of the classes.
    double[] say(float[] row) {
        float[] units = new float[settings.units()];
        hidden.forward(scaled(row), units);
        for (int u = 0; u < units.length; u++) {
            units[u] = Math.max(units[u], 0);
        }
        float[] logits = new float[classes];
        output.forward(units, logits);
        return shares(logits);
    }

    private void learn(Rows rows, Random random) {
        int[] order = new int[rows.size()];
        Arrays.setAll(order, i -> i);
        int steps = 0;
        int all = settings.rounds() * ((order.length + BATCH - 1) / BATCH);
        for (int round = 0; round < settings.rounds(); round++) {
            Order.shuffle(order, random);
            for (int from = 0; from < order.length; from += BATCH) {
                int to = Math.min(from + BATCH, order.length);
                for (int i = from; i < to; i++) {
                    int row = order[i];
                    float weight = rows.weights().get(row) / (to - from);
                    look(rows.inputs().get(row), rows.labels().get(row), weight, random);
                }
                float rate = RATE * (1 - steps / (float) all);
                steps++;
                hidden.step(rate, steps);
                output.step(rate, steps);
            }
        }
    }

    private void look(float[] row, int label, float weight, Random random) {
        float[] in = scaled(row);
        leaveOut(in, INPUTS_LEFT_OUT, random);
        float[] units = new float[settings.units()];
        hidden.forward(in, units);
        for (int u = 0; u < units.length; u++) {
            units[u] = Math.max(units[u], 0);
        }
        leaveOut(units, settings.leftOut(), random);
        float[] logits = new float[classes];
        output.forward(units, logits);
        double[] shares = shares(logits);
        float[] errors = new float[classes];
        for (int k = 0; k < classes; k++) {
            errors[k] = weight * (float) (shares[k] - (k == label ? 1 : 0));
        }
        output.backward(units, errors);
        float[] errorsOfUnits = new float[units.length];
        float kept = 1 / (1 - settings.leftOut());
        for (int u = 0; u < units.length; u++) {
            if (units[u] != 0) {
                for (int k = 0; k < classes; k++) {
                    errorsOfUnits[u] += kept * errors[k] * output.weights[u * classes + k];
                }
            }
        }
        hidden.backward(in, errorsOfUnits);
    }

    private float[] scaled(float[] row) {
        float[] scaled = new float[inputs];
        for (int i = 0; i < inputs; i++) {
            scaled[i] = (row[i] - mean[i]) * scale[i];
        }
        return scaled;
    }

    /// What stays counts for what goes.
    private static void leaveOut(float[] values, float share, Random random) {
        float kept = 1 / (1 - share);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() < share ? 0 : values[i] * kept;
        }
    }

    private static double[] shares(float[] logits) {
        double[] wide = new double[logits.length];
        Arrays.setAll(wide, k -> logits[k]);
        return Models.softmax(wide, 1);
    }

    private static void addScaled(float by, float[] of, int from, float[] to, int at, int length) {
        for (int i = 0; i < length; i++) {
            to[at + i] += by * of[from + i];
        }
    }
}
