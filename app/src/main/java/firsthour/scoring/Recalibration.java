package firsthour.scoring;

import java.util.List;

/// How far a brand's threshold should move, learned from what its people said of the judgement.
///
/// A post of this brand is taken to be a complaint with probability `σ(s + b)`, where `s` is the
/// logit of the model's larger probability (negative, complaint) and `b` is what the model gets
/// wrong about this brand. `b` maximises the weighted likelihood of the labels under a prior of
/// N(0, 0.5²), which keeps it near 0 while there are few. The threshold then moves to where the
/// corrected probability reaches what the brand had chosen.
///
/// Which posts people looked at depends on `s` alone where they were drawn at random or all flagged
/// ones were worked: that needs no weight, because the fit is conditional on `s`. Where it depends
/// on the label itself, [Way] gives a smaller weight.
public final class Recalibration {
    /// Fewer labels suggest nothing.
    public static final int LEAST_LABELS = 10;

    /// The farthest that a threshold is moved from the chosen one, in probability.
    public static final double FARTHEST = 0.15;

    /// 1 / 0.5²
    private static final double PRIOR_PRECISION = 4;

    /// A probability of 0 or 1 would count for ever.
    private static final double EDGE = 0.001;

    private static final int MOST_STEPS = 100;
    private static final double ENOUGH = 1e-10;

    private Recalibration() {}

    /// How a label came about.
    enum Way {
        /// A person was asked, or corrected a flagged mention, or dismissed it as no complaint.
        SAID(1),
        /// Answered, and nobody said otherwise: mostly right, but people answer out of politeness.
        ANSWERED(0.5),
        /// Overlooked and found by chance: those that are fine are never reported this way.
        FOUND(0.5);

        private final double weight;

        Way(double weight) {
            this.weight = weight;
        }
    }

    /// What a person said of one mention.
    ///
    /// @param probability the model's, 0 to 1
    /// @param complaint what it really was
    record Label(double probability, boolean complaint, Way way) {}

    /// The threshold that the labels suggest, in whole percent.
    ///
    /// @param chosen the brand's own threshold, above 0 and below 1
    static double suggest(double chosen, List<Label> labels) {
        var moved = sigmoid(logit(chosen) - intercept(labels));
        var bounded = Math.clamp(moved, chosen - FARTHEST, chosen + FARTHEST);
        return Math.clamp(Math.round(bounded * 100) / 100.0, 0.01, 0.99);
    }

    /// By how much the model's logits are too low for this brand; below 0 where it sees complaints
    /// that are none.
    static double intercept(List<Label> labels) {
        // The slope falls from left to right and is 0 somewhere between these.
        double most = labels.stream().mapToDouble(l -> l.way().weight).sum() / PRIOR_PRECISION;
        double low = -most;
        double high = most;
        double b = 0;
        for (int step = 0; step < MOST_STEPS && high - low > ENOUGH; step++) {
            double slope = -PRIOR_PRECISION * b;
            double curvature = PRIOR_PRECISION;
            for (var label : labels) {
                double p = sigmoid(logit(label.probability()) + b);
                slope += label.way().weight * ((label.complaint() ? 1 : 0) - p);
                curvature += label.way().weight * p * (1 - p);
            }
            if (slope > 0) {
                low = b;
            } else {
                high = b;
            }
            double newton = b + slope / curvature;
            double next = newton > low && newton < high ? newton : (low + high) / 2;
            if (Math.abs(next - b) < ENOUGH) {
                return next;
            }
            b = next;
        }
        return b;
    }

    private static double logit(double probability) {
        double inside = Math.clamp(probability, EDGE, 1 - EDGE);
        return Math.log(inside / (1 - inside));
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
