package firsthour.sentiment.train;

import firsthour.sentiment.linear.LinearModel;
import firsthour.sentiment.linear.Models;
import firsthour.sentiment.train.Rows.Row;
import java.util.Arrays;
import java.util.Random;

/// Trains a multinomial logistic regression on many posts, one by one, with steps that become
/// smaller for weights that moved much (AdaGrad: Duchi, Hazan and Singer, 2011). The same rows in
/// the same order give the same weights.
final class Descent {
    private static final float FIRST_SQUARE = 0.01f;
    private static final float BIAS_RATE = 0.01f;

    /// The figures are few and each row has all of them: their steps may be larger.
    private static final float FIGURE_RATE = 10;

    private final Rows rows;
    private final boolean exclusive;
    private final Rows.Placed placed;
    private final Settings settings;
    private final int classes;
    private final int figures;

    /// By place and class.
    private final float[] ratios;

    private final float[] weights;
    private final float[] squares;

    /// By figure and class.
    private final float[] ofFigures;

    private final float[] squaresOfFigures;
    private final float[] bias;
    private final double[] errors;

    /// How much is learned.
    ///
    /// @param least posts that must have a feature before it gets a weight
    /// @param ratioPower of the log-count ratio by which a feature's weight is scaled, so that what
    ///   tells the classes apart is learned sooner; 0 for none
    /// @param decay of the weights with each step, 0 for none
    /// @param rate of the first steps; it falls to 0 in the last round
    /// @param rounds over all rows
    record Settings(int least, double ratioPower, float decay, float rate, int rounds) {}

    private Descent(Rows rows, Settings settings, boolean exclusive) {
        this.rows = rows;
        this.exclusive = exclusive;
        this.settings = settings;
        placed = rows.place(settings.least);
        classes = rows.classes;
        figures = rows.figures;
        ratios = placed.ratios(settings.ratioPower);
        weights = new float[ratios.length];
        squares = filled(ratios.length);
        ofFigures = new float[figures * classes];
        squaresOfFigures = filled(ofFigures.length);
        bias = new float[classes];
        errors = new double[classes];
    }

    /// Of classes that exclude each other: their shares sum to 1.
    static LinearModel train(Rows rows, Settings settings) {
        return new Descent(rows, settings, true).train();
    }

    /// Of classes of which each may be or not: each has a share of its own.
    static LinearModel trainEach(Rows rows, Settings settings) {
        return new Descent(rows, settings, false).train();
    }

    private LinearModel train() {
        go();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= ratios[i];
        }
        return placed.model(weights, ofFigures, bias);
    }

    private static float[] filled(int size) {
        float[] squares = new float[size];
        Arrays.fill(squares, FIRST_SQUARE);
        return squares;
    }

    private void go() {
        var random = new Random(1);
        int[] order = new int[rows.size()];
        Arrays.setAll(order, i -> i);
        for (int round = 0; round < settings.rounds; round++) {
            float rate = settings.rate * (1 - (float) round / settings.rounds);
            Order.shuffle(order, random);
            for (int r : order) {
                look(rows.get(r), placed.of(r));
                step(rows.get(r), placed.of(r), rate);
            }
        }
    }

    /// Finds the errors: what is said of a row less what it is, times its weight.
    private void look(Row row, int[] places) {
        for (int k = 0; k < classes; k++) {
            errors[k] = bias[k];
        }
        for (int place : places) {
            int at = place * classes;
            for (int k = 0; k < classes; k++) {
                errors[k] += weights[at + k] * ratios[at + k];
            }
        }
        for (int i = 0; i < figures; i++) {
            for (int k = 0; k < classes; k++) {
                errors[k] += ofFigures[i * classes + k] * row.figures[i];
            }
        }
        double[] shares = exclusive ? Models.softmax(errors, 1) : each(errors);
        for (int k = 0; k < classes; k++) {
            errors[k] = row.weight * (shares[k] - row.target[k]);
        }
    }

    private static double[] each(double[] logits) {
        double[] shares = new double[logits.length];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = 1 / (1 + Math.exp(-logits[k]));
        }
        return shares;
    }

    private void step(Row row, int[] places, float rate) {
        for (int place : places) {
            for (int i = place * classes, k = 0; k < classes; i++, k++) {
                float slope = (float) errors[k] * ratios[i] + settings.decay * weights[i];
                squares[i] += slope * slope;
                weights[i] -= rate * slope / (float) Math.sqrt(squares[i]);
            }
        }
        for (int f = 0; f < figures; f++) {
            if (row.figures[f] != 0) {
                for (int i = f * classes, k = 0; k < classes; i++, k++) {
                    float slope = (float) errors[k] * row.figures[f];
                    squaresOfFigures[i] += slope * slope;
                    float root = (float) Math.sqrt(squaresOfFigures[i]);
                    ofFigures[i] -= FIGURE_RATE * rate * slope / root;
                }
            }
        }
        for (int k = 0; k < classes; k++) {
            bias[k] -= BIAS_RATE * rate * (float) errors[k];
        }
    }
}
