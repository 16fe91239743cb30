package firsthour.clocks;

import java.time.Duration;
import java.time.Instant;

/// A target applied to a start: computed when the clock starts and not again.
///
/// @param startedAt when the time began to count
/// @param warnAt when 80 % of the target are used up
/// @param dueAt the last instant that is in time
public record Deadline(Instant startedAt, Instant warnAt, Instant dueAt) {

    /// Applies a target.
    static Deadline of(Policy.Target target, Instant start) {
        return switch (target.hours()) {
            case WALL_CLOCK ->
                    new Deadline(
                            start,
                            start.plus(
                                    target.within()
                                            .multipliedBy(Policy.WARNING_PERCENT)
                                            .dividedBy(100)),
                            start.plus(target.within()));
        };
    }

    /// The time that was given.
    public Duration target() {
        return Duration.between(startedAt, dueAt);
    }
}
