package firsthour.sentiment.train;

import firsthour.sentiment.linear.LinearModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Posts from which a regression learns.
final class Rows {
    final int classes;
    final int figures;
    private final int bits;
    private final List<Row> rows = new ArrayList<>();

    /// A post; its target is the share of each class.
    static final class Row {
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

    /// @param bits of a feature's number
    /// @param figures of each post
    Rows(int classes, int bits, int figures) {
        this.classes = classes;
        this.bits = bits;
        this.figures = figures;
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

    int size() {
        return rows.size();
    }

    Row get(int row) {
        return rows.get(row);
    }

    /// The features that get weights, side by side.
    ///
    /// @param least posts that must have a feature before it gets a weight
    Placed place(int least) {
        int[] counts = new int[1 << bits];
        for (var row : rows) {
            for (int id : row.features) {
                counts[id]++;
            }
        }
        int next = 0;
        for (int id = 0; id < counts.length; id++) {
            counts[id] = counts[id] >= least ? next++ : -1;
        }
        return new Placed(counts, next);
    }

    /// Where each feature's weights are.
    final class Placed {
        /// By the feature's number; -1 for one that too few posts have.
        private final int[] places;

        private final int[][] byRow;
        final int used;

        private Placed(int[] places, int used) {
            this.places = places;
            this.used = used;
            byRow =
                    rows.stream()
                            .map(row ->
                                    Arrays.stream(row.features)
                                            .map(id -> places[id])
                                            .filter(place -> place >= 0)
                                            .toArray())
                            .toArray(int[][]::new);
        }

        /// The places of a post's features.
        int[] of(int row) {
            return byRow[row];
        }

        /// Powers of the features' log-count ratios, by place and class: as a naive Bayes
        /// classifier would weigh them (Wang and Manning, 2012).
        ///
        /// @param power 0 for ratios of 1
        float[] ratios(double power) {
            double[] counts = new double[used * classes];
            double[] whole = new double[classes];
            for (int r = 0; r < byRow.length; r++) {
                var row = rows.get(r);
                for (int place : byRow[r]) {
                    for (int k = 0; k < classes; k++) {
                        counts[place * classes + k] += row.target[k] * row.weight;
                        whole[k] += row.target[k] * row.weight;
                    }
                }
            }
            float[] ratios = new float[used * classes];
            double all = Arrays.stream(whole).sum();
            for (int place = 0; place < used; place++) {
                double here = 0;
                for (int k = 0; k < classes; k++) {
                    here += counts[place * classes + k];
                }
                for (int k = 0; k < classes; k++) {
                    double count = counts[place * classes + k];
                    double inside = (count + 1) / (whole[k] + used);
                    double outside = (here - count + 1) / (all - whole[k] + used);
                    double ratio = Math.abs(Math.log(inside / outside));
                    ratios[place * classes + k] = (float) Math.pow(ratio, power);
                }
            }
            return ratios;
        }

        /// The model of what was learned.
        ///
        /// @param weights by place and class
        /// @param ofFigures by figure and class
        LinearModel model(float[] weights, float[] ofFigures, float[] bias) {
            float[][] whole = new float[classes][1 << bits];
            for (int id = 0; id < places.length; id++) {
                for (int k = 0; places[id] >= 0 && k < classes; k++) {
                    whole[k][id] = weights[places[id] * classes + k];
                }
            }
            float[][] byFigure = new float[figures][];
            Arrays.setAll(
                    byFigure, f -> Arrays.copyOfRange(ofFigures, f * classes, (f + 1) * classes));
            return new LinearModel(bits, whole, byFigure, bias);
        }
    }
}
