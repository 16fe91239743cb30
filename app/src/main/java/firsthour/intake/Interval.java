package firsthour.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;

/// When a source is pulled next: a busy one sooner than its network's usual interval says, a quiet
/// one later, and no two of them always at the same moment.
final class Interval {
    /// The newest post's age, divided by this, is how long the next one may be waited for.
    private static final int SHARE = 8;

    private static final double JITTER = 0.1;

    private Interval() {}

    /// How long to wait: half to twice the usual interval, give or take a tenth.
    ///
    /// @param newest when the newest post was written; empty before the first, which says nothing
    static Duration next(Duration usual, Optional<Instant> newest, Instant now, long sourceId) {
        var wait =
                newest.map(at -> Duration.between(at, now).dividedBy(SHARE))
                        .map(share -> within(share, usual.dividedBy(2), usual.multipliedBy(2)))
                        .orElse(usual);
        var random = new SplittableRandom(sourceId * 31 + now.getEpochSecond());
        double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
        return Duration.ofMillis(Math.round(wait.toMillis() * factor));
    }

    private static Duration within(Duration wait, Duration least, Duration most) {
        if (wait.compareTo(least) < 0) {
            return least;
        }
        return wait.compareTo(most) > 0 ? most : wait;
    }
}
