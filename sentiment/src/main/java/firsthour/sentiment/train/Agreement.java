package firsthour.sentiment.train;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// How far two lists that speak of the same posts in the same order agree.
final class Agreement {
    private Agreement() {}

    /// Kendall's tau-b, which minds ties: -1 to 1; 0 where one list is all ties.
    static double tauB(double[] one, double[] other) {
        long agreed = 0;
        long tiedInOne = 0;
        long tiedInOther = 0;
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < i; j++) {
                int first = Double.compare(one[i], one[j]);
                int second = Double.compare(other[i], other[j]);
                agreed += (long) Integer.signum(first) * Integer.signum(second);
                tiedInOne += first == 0 ? 1 : 0;
                tiedInOther += second == 0 ? 1 : 0;
            }
        }
        double pairs = one.length * (one.length - 1) / 2.0;
        double untied = Math.sqrt((pairs - tiedInOne) * (pairs - tiedInOther));
        return untied == 0 ? 0 : agreed / untied;
    }

    /// Spearman's rho: the correlation of ranks, ties at their mean.
    static double spearman(double[] one, double[] other) {
        return correlation(ranks(one), ranks(other));
    }

    /// Ranks from 1 for the least; those that are alike share the mean of their ranks.
    static double[] ranks(double[] of) {
        return Arrays.stream(of)
                .map(value -> {
                    long less = Arrays.stream(of).filter(v -> v < value).count();
                    long same = Arrays.stream(of).filter(v -> v == value).count();
                    return less + (same + 1) / 2.0;
                })
                .toArray();
    }

    private static double correlation(double[] one, double[] other) {
        double meanOfOne = DoubleStream.of(one).average().orElse(0);
        double meanOfOther = DoubleStream.of(other).average().orElse(0);
        double together = 0;
        double ofOne = 0;
        double ofOther = 0;
        for (int i = 0; i < one.length; i++) {
            together += (one[i] - meanOfOne) * (other[i] - meanOfOther);
            ofOne += Math.pow(one[i] - meanOfOne, 2);
            ofOther += Math.pow(other[i] - meanOfOther, 2);
        }
        double spread = Math.sqrt(ofOne * ofOther);
        return spread == 0 ? 0 : together / spread;
    }

    /// Cohen's kappa of two annotators' labels: 1 for all the same, 0 for what chance gives.
    static double kappa(List<?> one, List<?> other) {
        var labels = one.stream().distinct().toList();
        double same =
                IntStream.range(0, one.size())
                                .filter(i -> Objects.equals(one.get(i), other.get(i)))
                                .count()
                        / (double) one.size();
        double chance =
                labels.stream().mapToDouble(label -> share(one, label) * share(other, label)).sum();
        return chance == 1 ? 1 : (same - chance) / (1 - chance);
    }

    /// Cohen's kappa that counts how far two levels are apart, by the square (Cohen, 1968).
    static double weightedKappa(double[] one, double[] other) {
        double apart = 0;
        double byChance = 0;
        for (int i = 0; i < one.length; i++) {
            apart += Math.pow(one[i] - other[i], 2);
            for (double value : other) {
                byChance += Math.pow(one[i] - value, 2) / other.length;
            }
        }
        return byChance == 0 ? 1 : 1 - apart / byChance;
    }

    private static double share(List<?> labels, Object label) {
        return labels.stream().filter(label::equals).count() / (double) labels.size();
    }
}
