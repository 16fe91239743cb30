package firsthour.sentiment.train;

import firsthour.sentiment.linear.Models;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Makes probabilities honest, on posts that the model has not seen.
final class Calibration {
    private static final int ROUNDS = 60;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private Calibration() {}

    /// Maps log-odds to calibrated ones (Platt, 1999).
    record Line(double slope, double shift) {
        /// Probabilities of the two classes.
        double[] shares(double odds) {
            double share = 1 / (1 + Math.exp(-slope * odds - shift));
            return new double[] {1 - share, share};
        }
    }

    /// The temperature under which the labels are likeliest.
    static double temperature(List<double[]> logits, List<Corpus.Example> examples) {
        return lowest(
                temperature -> {
                    double loss = 0;
                    for (int i = 0; i < logits.size(); i++) {
                        double[] shares = Models.softmax(logits.get(i), temperature);
                        loss -= Math.log(Math.max(shares[examples.get(i).label()], 1e-12));
                    }
                    return loss;
                },
                0.2,
                5);
    }

    /// How much each of two models' logits count in what both say together.
    record Shares(double first, double second) {}

    /// The shares under which the labels are likeliest; they are sought in turn.
    static Shares shares(
            List<double[]> first, List<double[]> second, List<Corpus.Example> examples) {
        double ofFirst = 0.5;
        double ofSecond = 0.5;
        for (int round = 0; round < 8; round++) {
            double other = ofSecond;
            ofFirst = lowest(s -> loss(first, s, second, other, examples), 0, 5);
            double found = ofFirst;
            ofSecond = lowest(s -> loss(first, found, second, s, examples), 0, 5);
        }
        return new Shares(ofFirst, ofSecond);
    }

    private static double loss(
            List<double[]> first,
            double ofFirst,
            List<double[]> second,
            double ofSecond,
            List<Corpus.Example> examples) {
        double loss = 0;
        for (int i = 0; i < examples.size(); i++) {
            double[] logits = new double[first.get(i).length];
            for (int k = 0; k < logits.length; k++) {
                logits[k] = ofFirst * first.get(i)[k] + ofSecond * second.get(i)[k];
            }
            double share = Models.softmax(logits, 1)[examples.get(i).label()];
            loss -= Math.log(Math.max(share, 1e-12));
        }
        return loss;
    }

    /// The line under which the labels are likeliest; slope and shift are sought in turn.
    static Line line(List<Double> odds, List<Corpus.Example> examples) {
        double slope = 1;
        double shift = 0;
        for (int round = 0; round < 8; round++) {
            double before = shift;
            slope = lowest(s -> loss(odds, examples, s, before), 0.05, 5);
            double found = slope;
            shift = lowest(s -> loss(odds, examples, found, s), -4, 4);
        }
        return new Line(slope, shift);
    }

    private static double loss(
            List<Double> odds, List<Corpus.Example> examples, double slope, double shift) {
        double loss = 0;
        for (int i = 0; i < odds.size(); i++) {
            double calibrated = slope * odds.get(i) + shift;
            double signed = examples.get(i).label() == 1 ? calibrated : -calibrated;
            loss += Math.log1p(Math.exp(-signed));
        }
        return loss;
    }

    /// Where a function that falls and then rises is lowest.
    private static double lowest(DoubleUnaryOperator of, double from, double to) {
        double low = from;
        double high = to;
        for (int round = 0; round < ROUNDS; round++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (of.applyAsDouble(left) < of.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }
}
