package firsthour.sentiment.train;

import edu.stanford.nlp.optimization.DiffFunction;
import edu.stanford.nlp.optimization.QNMinimizer;
import firsthour.sentiment.linear.LinearModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Trains a multinomial logistic regression by CoreNLP's quasi-Newton minimiser: the same rows in
/// the same order give the same weights.
///
/// Each weight is scaled by the power of its feature's log-count ratio, as a naive Bayes classifier
/// would weigh it (Wang and Manning, 2012): what tells the classes apart is punished less.
final class Regression {
    private final int classes;
    private final int bits;
    private final int figures;
    private final Settings settings;
    private final List<Row> rows = new ArrayList<>();

    /// How much is learned.
    ///
    /// @param cost above 0; less gives smaller weights
    /// @param least posts that must have a feature before it gets a weight
    /// @param ratioPower of the log-count ratio, 0 for none
    /// @param rounds of the minimiser at most
    record Settings(double cost, int least, double ratioPower, int rounds) {}

    /// A post to learn from; its target is the share of each class.
    private static final class Row {
        final int[] features;
        final float[] figures;
        final float[] target;
        final float weight;

        Row(int[] features, float[] figures, float[] target, float weight) {
            this.features = features;
            this.figures = figures;
            this.target = target;
            this.weight = weight;
        }
    }

    Regression(int classes, int bits, int figures, Settings settings) {
        this.classes = classes;
        this.bits = bits;
        this.figures = figures;
        this.settings = settings;
    }

    /// @param features numbers below two to the power of the bits, each once
    void add(int[] features, float[] figures, float[] target, float weight) {
        rows.add(new Row(features, figures, target, weight));
    }

    /// @param label whose share is 1
    void add(int[] features, float[] figures, int label, float weight) {
        float[] target = new float[classes];
        target[label] = 1;
        add(features, figures, target, weight);
    }

    LinearModel train() {
        int[] places = places();
        int used = Arrays.stream(places).max().orElse(-1) + 1;
        int[][] features =
                rows.stream()
                        .map(row ->
                                Arrays.stream(row.features)
                                        .map(id -> places[id])
                                        .filter(place -> place >= 0)
                                        .toArray())
                        .toArray(int[][]::new);
        float[][] ratios = ratios(features, used);
        var loss = new Loss(features, ratios, used);
        var minimiser = new QNMinimizer(10, true);
        minimiser.shutUp();
        double[] found =
                minimiser.minimize(loss, 1e-4, new double[loss.domainDimension()], settings.rounds);
        return model(found, places, ratios, used);
    }

    /// Where each feature's weights are; -1 for one that too few posts have.
    private int[] places() {
        int[] counts = new int[1 << bits];
        rows.forEach(row -> {
            for (int id : row.features) {
                counts[id]++;
            }
        });
        int next = 0;
        for (int id = 0; id < counts.length; id++) {
            counts[id] = counts[id] >= settings.least ? next++ : -1;
        }
        return counts;
    }

    private float[][] ratios(int[][] features, int used) {
        float[][] ratios = new float[used][classes];
        if (settings.ratioPower == 0) {
            for (float[] ratio : ratios) {
                Arrays.fill(ratio, 1);
            }
            return ratios;
        }
        double[][] counts = new double[used][classes];
        double[] whole = new double[classes];
        for (int r = 0; r < features.length; r++) {
            var row = rows.get(r);
            for (int place : features[r]) {
                for (int k = 0; k < classes; k++) {
                    counts[place][k] += row.target[k] * row.weight;
                    whole[k] += row.target[k] * row.weight;
                }
            }
        }
        double all = Arrays.stream(whole).sum();
        for (int place = 0; place < used; place++) {
            double here = Arrays.stream(counts[place]).sum();
            for (int k = 0; k < classes; k++) {
                double inside = (counts[place][k] + 1) / (whole[k] + used);
                double outside = (here - counts[place][k] + 1) / (all - whole[k] + used);
                ratios[place][k] =
                        (float) Math.pow(Math.abs(Math.log(inside / outside)), settings.ratioPower);
            }
        }
        return ratios;
    }

    private LinearModel model(double[] found, int[] places, float[][] ratios, int used) {
        float[][] weights = new float[classes][1 << bits];
        for (int id = 0; id < places.length; id++) {
            int place = places[id];
            for (int k = 0; place >= 0 && k < classes; k++) {
                weights[k][id] = (float) (found[place * classes + k] * ratios[place][k]);
            }
        }
        float[][] ofFigures = new float[figures][classes];
        for (int i = 0; i < figures; i++) {
            for (int k = 0; k < classes; k++) {
                ofFigures[i][k] = (float) found[(used + i) * classes + k];
            }
        }
        float[] bias = new float[classes];
        for (int k = 0; k < classes; k++) {
            bias[k] = (float) found[(used + figures) * classes + k];
        }
        return new LinearModel(bits, weights, ofFigures, bias);
    }

    /// Cross entropy with an L2 penalty on all but the biases. The rows are split over threads in a
    /// fixed way, so that sums do not depend on their timing.
    private final class Loss implements DiffFunction {
        private static final int PARTS = 2;

        private final int[][] features;
        private final float[][] ratios;
        private final int used;
        private final double[] gradient;
        private double value;
        private double[] at = new double[0];

        Loss(int[][] features, float[][] ratios, int used) {
            this.features = features;
            this.ratios = ratios;
            this.used = used;
            this.gradient = new double[domainDimension()];
        }

        /// What one thread has summed.
        private static final class Part {
            final double value;
            final double[] gradient;

            Part(double value, double[] gradient) {
                this.value = value;
                this.gradient = gradient;
            }
        }

        @Override
        public int domainDimension() {
            return (used + figures + 1) * classes;
        }

        @Override
        public double valueAt(double[] weights) {
            look(weights);
            return value;
        }

        @Override
        public double[] derivativeAt(double[] weights) {
            look(weights);
            return gradient.clone();
        }

        private void look(double[] weights) {
            if (Arrays.equals(at, weights)) {
                return;
            }
            at = weights.clone();
            var parts =
                    IntStream.range(0, PARTS)
                            .parallel()
                            .mapToObj(part -> sum(part, weights))
                            .toList();
            value = 0;
            Arrays.fill(gradient, 0);
            for (var part : parts) {
                value += part.value;
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] += part.gradient[i];
                }
            }
            for (int i = 0; i < (used + figures) * classes; i++) {
                double cost = i < used * classes ? settings.cost : 1;
                value += weights[i] * weights[i] / (2 * cost);
                gradient[i] += weights[i] / cost;
            }
        }

        private Part sum(int part, double[] weights) {
            double[] slope = new double[gradient.length];
            double[] logits = new double[classes];
            double loss = 0;
            for (int r = part; r < features.length; r += PARTS) {
                var row = rows.get(r);
                say(r, row, weights, logits);
                loss += row.weight * miss(row, logits);
                learn(r, row, logits, slope);
            }
            return new Part(loss, slope);
        }

        private void say(int r, Row row, double[] weights, double[] logits) {
            System.arraycopy(weights, (used + figures) * classes, logits, 0, classes);
            for (int place : features[r]) {
                for (int k = 0; k < classes; k++) {
                    logits[k] += weights[place * classes + k] * ratios[place][k];
                }
            }
            for (int i = 0; i < figures; i++) {
                for (int k = 0; k < classes; k++) {
                    logits[k] += weights[(used + i) * classes + k] * row.figures[i];
                }
            }
        }

        /// The row's loss; the logits become the errors that are to be mended.
        private double miss(Row row, double[] logits) {
            double most = Arrays.stream(logits).max().orElseThrow();
            double whole = 0;
            for (int k = 0; k < classes; k++) {
                whole += Math.exp(logits[k] - most);
            }
            double log = Math.log(whole) + most;
            double loss = 0;
            for (int k = 0; k < classes; k++) {
                loss -= row.target[k] * (logits[k] - log);
                logits[k] = Math.exp(logits[k] - log) - row.target[k];
            }
            return loss;
        }

        private void learn(int r, Row row, double[] errors, double[] slope) {
            for (int k = 0; k < classes; k++) {
                errors[k] *= row.weight;
            }
            for (int place : features[r]) {
                for (int k = 0; k < classes; k++) {
                    slope[place * classes + k] += errors[k] * ratios[place][k];
                }
            }
            for (int i = 0; i < figures; i++) {
                for (int k = 0; k < classes; k++) {
                    slope[(used + i) * classes + k] += errors[k] * row.figures[i];
                }
            }
            for (int k = 0; k < classes; k++) {
                slope[(used + figures) * classes + k] += errors[k];
            }
        }
    }
}
