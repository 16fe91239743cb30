package firsthour.reporting;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

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
    /// @param flagged how many mentions of these weeks were flagged
    public record Drawn(int flagged, List<Week> weeks) {
        public Drawn {
            weeks = List.copyOf(weeks);
        }

        /// How many mentions of these weeks were not flagged.
        public int pool() {
            return weeks.stream().mapToInt(Week::pool).sum();
        }

        /// How many of those that were looked at were complaints, in all weeks.
        public Share overlooked() {
            return new Share(
                    weeks.stream().mapToInt(week -> week.overlooked().part()).sum(),
                    weeks.stream().mapToInt(week -> week.overlooked().of()).sum());
        }

        /// How many complaints were overlooked. Each week counts by its own pool: equally many are
        /// drawn from a calm week and from a loud one.
        private double estimate(ToDoubleFunction<Share> rate) {
            return weeks.stream()
                    .mapToDouble(week -> week.pool() * rate.applyAsDouble(week.overlooked()))
                    .sum();
        }
    }

    /// One week's spot check.
    ///
    /// @param pool how many mentions were not flagged
    /// @param overlooked how many of those that were looked at were complaints; what could not be
    ///   told is left out; of 1 or more
    public record Week(int pool, Share overlooked) {}

    /// Which part of all complaints was found.
    ///
    /// @param estimate 0 to 1
    /// @param interval by the ends of the shares it comes from, those of each week included, as if
    ///   chance went the same way in all of them: rather too wide than too narrow
    public record Recall(double estimate, Interval interval) {}

    public boolean enoughFlagged() {
        return right.of() >= ENOUGH;
    }

    public boolean enoughLookedAt() {
        return drawn.overlooked().of() >= ENOUGH;
    }

    /// Found complaints among found and overlooked ones. The found are the flagged mentions times
    /// the part of them that is right, the overlooked are the others times the part that is not
    /// fine, week by week. Empty while too few were judged, or where there was no complaint to
    /// find.
    public Optional<Recall> recall() {
        double found = drawn.flagged() * rate(right);
        double overlooked = drawn.estimate(JudgementQuality::rate);
        if (!enoughFlagged() || !enoughLookedAt() || found + overlooked == 0) {
            return Optional.empty();
        }
        var bounds = right.interval();
        return Optional.of(
                new Recall(
                        part(found, overlooked),
                        new Interval(
                                part(
                                        drawn.flagged() * bounds.low(),
                                        drawn.estimate(share -> share.interval().high())),
                                part(
                                        drawn.flagged() * bounds.high(),
                                        drawn.estimate(share -> share.interval().low())))));
    }

    /// Both ends have something to divide by: a bound is 0 only where nothing was counted.
    private static double part(double found, double overlooked) {
        return found / (found + overlooked);
    }

    private static double rate(Share share) {
        return (double) share.part() / share.of();
    }
}
