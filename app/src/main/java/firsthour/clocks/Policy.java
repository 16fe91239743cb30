package firsthour.clocks;

import java.time.Duration;
import java.util.List;

/// What is promised to every customer, in the order in which it falls due.
public record Policy(List<Target> targets) {

    /// The share of a target after which people are warned, in percent.
    public static final int WARNING_PERCENT = 80;

    /// A word within the first hour, an answer within a day.
    public static final Policy STANDARD =
            new Policy(
                    List.of(
                            new Target(
                                    ClockKind.ACKNOWLEDGEMENT,
                                    Duration.ofHours(1),
                                    Hours.WALL_CLOCK),
                            new Target(ClockKind.ANSWER, Duration.ofHours(24), Hours.WALL_CLOCK)));

    public Policy {
        targets = List.copyOf(targets);
    }

    /// One promise.
    ///
    /// @param within longer than zero
    public record Target(ClockKind kind, Duration within, Hours hours) {
        public Target {
            if (!within.isPositive()) {
                throw new IllegalArgumentException("A target is longer than zero: " + within);
            }
        }
    }

    /// Which hours count toward a target.
    public enum Hours {
        /// All of them: 24 a day, seven days a week.
        WALL_CLOCK
    }
}
