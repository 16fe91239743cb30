package firsthour.reporting;

import java.util.Optional;

/// How good the judgement of a brand's mentions was, as far as people have looked.
///
/// @param flagged mentions that opened a case for a complaint
/// @param right how many of the flagged ones that people judged were complaints
/// @param drawn what the spot checks of the weeks say
public record JudgementQuality(int flagged, Share right, Drawn drawn) {
    /// Of fewer nothing is said.
    public static final int ENOUGH = 10;

    /// The spot checks of all weeks in which somebody looked at one.
    ///
    /// @param pool how many mentions of these weeks were not flagged
    /// @param flagged how many were, in the same weeks
    /// @param overlooked how many of those that were looked at were complaints; what could not be
    ///   told is left out
    public record Drawn(int pool, int flagged, Share overlooked) {}

    /// Which part of all complaints was found.
    ///
    /// @param estimate 0 to 1
    /// @param interval by the ends of both shares it comes from: rather too wide than too narrow
    public record Recall(double estimate, Interval interval) {}

    public boolean enoughFlagged() {
        return right.of() >= ENOUGH;
    }

    /// Found complaints among found and overlooked ones. The found are the flagged mentions times
    /// the part of them that is right, the overlooked are the others times the part that is not
    /// fine. Empty while too few were judged, or where there is no complaint at all.
    public Optional<Recall> recall() {
        boolean enough = enoughFlagged() && drawn.overlooked().of() >= ENOUGH;
        if (!enough || (right.part() == 0 && drawn.overlooked().part() == 0)) {
            return Optional.empty();
        }
        var found = right.interval();
        var missed = drawn.overlooked().interval();
        return Optional.of(
                new Recall(
                        part(value(right), value(drawn.overlooked())),
                        new Interval(
                                part(found.low(), missed.high()),
                                part(found.high(), missed.low()))));
    }

    private double part(double right, double overlooked) {
        double found = right * drawn.flagged();
        double all = found + overlooked * drawn.pool();
        return all == 0 ? 0 : found / all;
    }

    private static double value(Share share) {
        return (double) share.part() / share.of();
    }
}
