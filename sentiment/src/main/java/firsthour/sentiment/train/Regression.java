package firsthour.sentiment.train;

import edu.stanford.nlp.optimization.DiffFunction;
import edu.stanford.nlp.optimization.QNMinimizer;
import firsthour.sentiment.linear.LinearModel;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Trains a multinomial logistic regression on few posts, all at once, by CoreNLP's quasi-Newton
/// minimiser. The same rows in the same order give the same weights.
final class Regression {
    private final Rows rows;
    private final Rows.Placed placed;
    private final Settings settings;
    private final int classes;
    private final int figures;
    private final int used;

    /// By place and class.
    private final float[] ratios;

    /// How much is learned.
    ///
    /// @param cost above 0; less gives smaller weights
    /// @param least posts that must have a feature before it gets a weight
    /// @param ratioPower of the log-count ratio by which a feature's weight is scaled, so that what
    ///   tells the classes apart is punished less; 0 for none
    /// @param rounds of the minimiser at most
    record Settings(double cost, int least, double ratioPower, int rounds) {}

    private Regression(Rows rows, Settings settings) {
        this.rows = rows;
        this.settings = settings;
        placed = rows.place(settings.least);
        used = placed.used;
        classes = rows.classes;
        figures = rows.figures;
        ratios = placed.ratios(settings.ratioPower);
    }

    static LinearModel train(Rows rows, Settings settings) {
        var regression = new Regression(rows, settings);
        var loss = regression.new Loss();
        var minimiser = new QNMinimizer(10, true);
        minimiser.shutUp();
        double[] found =
                minimiser.minimize(loss, 1e-4, new double[loss.domainDimension()], settings.rounds);
        return regression.model(found);
    }

    private LinearModel model(double[] found) {
        float[] weights = new float[used * classes];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (found[i] * ratios[i]);
        }
        float[] ofFigures = new float[figures * classes];
        for (int i = 0; i < ofFigures.length; i++) {
            ofFigures[i] = (float) found[weights.length + i];
        }
        float[] bias = new float[classes];
        for (int k = 0; k < classes; k++) {
            bias[k] = (float) found[weights.length + ofFigures.length + k];
        }
        return placed.model(weights, ofFigures, bias);
    }

    /// Cross entropy with an L2 penalty on all but the biases. The rows are split over threads in a
    /// fixed way, so that sums do not depend on their timing.
    private final class Loss implements DiffFunction {
        private static final int PARTS = 2;

        private final double[] gradient;
        private double value;
        private double[] at = new double[0];

        Loss() {
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
            for (int r = part; r < rows.size(); r += PARTS) {
                var row = rows.get(r);
                say(r, row, weights, logits);
                loss += row.weight * miss(row, logits);
                learn(r, row, logits, slope);
            }
            return new Part(loss, slope);
        }

        private void say(int r, Rows.Row row, double[] weights, double[] logits) {
            System.arraycopy(weights, (used + figures) * classes, logits, 0, classes);
            for (int place : placed.of(r)) {
                for (int k = 0; k < classes; k++) {
                    logits[k] += weights[place * classes + k] * ratios[place * classes + k];
                }
            }
            for (int i = 0; i < figures; i++) {
                for (int k = 0; k < classes; k++) {
                    logits[k] += weights[(used + i) * classes + k] * row.figures[i];
                }
            }
        }

        /// The row's loss; the logits become the errors that are to be mended.
        private double miss(Rows.Row row, double[] logits) {
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

        private void learn(int r, Rows.Row row, double[] errors, double[] slope) {
            for (int k = 0; k < classes; k++) {
                errors[k] *= row.weight;
            }
            for (int place : placed.of(r)) {
                for (int k = 0; k < classes; k++) {
                    slope[place * classes + k] += errors[k] * ratios[place * classes + k];
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
