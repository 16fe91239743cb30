package firsthour.sentiment.train;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// How good predictions are.
final class Figures {
    private static final int SAMPLES = 1_000;
    private static final int BINS = 15;

    private final int[] labels;
    private final double[][] shares;

    /// @param labels what people say
    /// @param shares the probability of each class, for each post
    Figures(int[] labels, double[][] shares) {
        this.labels = labels.clone();
        this.shares = shares.clone();
    }

    /// An interval that holds 95 of 100 bootstrap samples.
    record Interval(double low, double high) {}

    static Figures of(List<Corpus.Example> examples, List<double[]> shares) {
        return new Figures(
                examples.stream().mapToInt(Corpus.Example::label).toArray(),
                shares.toArray(double[][]::new));
    }

    /// A row of a table: macro recall with its interval, macro F1, calibration error.
    String row() {
        var interval = macroRecallInterval();
        return "%.3f (%.3f–%.3f) | %.3f | %.3f"
                .formatted(
                        macroRecall(),
                        interval.low(),
                        interval.high(),
                        macroF1(),
                        calibrationError());
    }

    int size() {
        return labels.length;
    }

    int classes() {
        return shares[0].length;
    }

    double macroRecall() {
        return macroRecall(IntStream.range(0, size()).toArray());
    }

    double macroF1() {
        return macroF1(IntStream.range(0, size()).toArray());
    }

    double recall(int label) {
        return share(label, IntStream.range(0, size()).filter(i -> labels[i] == label).toArray());
    }

    double precision(int label) {
        return share(
                label, IntStream.range(0, size()).filter(i -> likeliest(i) == label).toArray());
    }

    double f1(int label) {
        double recall = recall(label);
        double precision = precision(label);
        return recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision);
    }

    Interval macroRecallInterval() {
        return interval(this::macroRecall);
    }

    Interval macroF1Interval() {
        return interval(this::macroF1);
    }

    private Interval interval(ToDoubleFunction<int[]> figure) {
        var random = new Random(1);
        double[] sampled =
                IntStream.range(0, SAMPLES)
                        .mapToDouble(_ ->
                                figure.applyAsDouble(
                                        IntStream.range(0, size())
                                                .map(_ -> random.nextInt(size()))
                                                .toArray()))
                        .sorted()
                        .toArray();
        return new Interval(sampled[SAMPLES / 40], sampled[SAMPLES - 1 - SAMPLES / 40]);
    }

    /// The expected calibration error over fifteen bins of confidence (Guo et al., 2017).
    double calibrationError() {
        double[] confidence = new double[BINS];
        double[] right = new double[BINS];
        for (int i = 0; i < size(); i++) {
            double share = shares[i][likeliest(i)];
            int bin = Math.min(BINS - 1, (int) (share * BINS));
            confidence[bin] += share;
            right[bin] += likeliest(i) == labels[i] ? 1 : 0;
        }
        return IntStream.range(0, BINS)
                        .mapToDouble(bin -> Math.abs(confidence[bin] - right[bin]))
                        .sum()
                / size();
    }

    /// The share of errors among the posts of which the model is surest.
    ///
    /// @param coverage the share of posts that are looked at, 0 to 1
    double risk(double coverage) {
        int[] surest =
                IntStream.range(0, size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -shares[i][likeliest(i)]))
                        .limit(Math.round(coverage * size()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        return 1
                - Arrays.stream(surest).filter(i -> likeliest(i) == labels[i]).count()
                        / (double) surest.length;
    }

    private double macroF1(int[] posts) {
        int[] there = new int[classes()];
        int[] said = new int[classes()];
        int[] found = new int[classes()];
        for (int i : posts) {
            int likeliest = likeliest(i);
            there[labels[i]]++;
            said[likeliest]++;
            found[likeliest] += likeliest == labels[i] ? 1 : 0;
        }
        return IntStream.range(0, classes())
                .mapToDouble(k -> found[k] == 0 ? 0 : 2.0 * found[k] / (there[k] + said[k]))
                .average()
                .orElse(0);
    }

    private double macroRecall(int[] posts) {
        int[] there = new int[classes()];
        int[] found = new int[classes()];
        for (int i : posts) {
            there[labels[i]]++;
            found[labels[i]] += likeliest(i) == labels[i] ? 1 : 0;
        }
        return IntStream.range(0, classes())
                .mapToDouble(k -> there[k] == 0 ? 0 : (double) found[k] / there[k])
                .average()
                .orElse(0);
    }

    /// How many of these posts are of a label and are taken for it.
    private double share(int label, int[] posts) {
        return posts.length == 0
                ? 0
                : (double)
                                Arrays.stream(posts)
                                        .filter(i -> labels[i] == label && likeliest(i) == label)
                                        .count()
                        / posts.length;
    }

    private int likeliest(int post) {
        int best = 0;
        for (int k = 1; k < classes(); k++) {
            best = shares[post][k] > shares[post][best] ? k : best;
        }
        return best;
    }
}
