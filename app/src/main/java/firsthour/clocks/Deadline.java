package firsthour.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A target applied to a start. It is computed when the clock starts, anew when a pause ends, and
/// not otherwise.
///
/// @param startedAt when the time began to count
/// @param halfAt when half of the target is used up
/// @param warnAt when 80 % of the target are used up
/// @param dueAt the last instant that is in time
public record Deadline(Instant startedAt, Instant halfAt, Instant warnAt, Instant dueAt) {

    /// Applies a target. Where the hours never come about, all time counts.
    ///
    /// @param within longer than zero
    /// @param pauses that are over, in order; each begins before the target is used up
    static Deadline of(Duration within, Hours hours, Instant start, List<Pause> pauses) {
        return new Deadline(
                start,
                after(share(within, Policy.HALF_PERCENT), hours, start, pauses),
                after(share(within, Policy.WARNING_PERCENT), hours, start, pauses),
                after(within, hours, start, pauses));
    }

    private static Instant after(Duration length, Hours hours, Instant start, List<Pause> pauses) {
        var left = length;
        var from = start;
        for (var pause : pauses) {
            var counted = hours.between(from, pause.from());
            if (counted.compareTo(left) >= 0) {
                break;
            }
            left = left.minus(counted);
            from = pause.until();
        }
        return hours.after(from, left).orElse(from.plus(left));
    }

    private static Duration share(Duration whole, int percent) {
        return whole.multipliedBy(percent).dividedBy(100);
    }

    /// The time that was given, as the wall shows it: with what did not count in it.
    public Duration target() {
        return Duration.between(startedAt, dueAt);
    }
}
