package firsthour.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait after trouble: twice as long each time, spread by chance so that many nodes and
/// messages do not come back at the same instant.
final class BackOff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 7;

    private BackOff() {}

    /// The wait before the next attempt.
    ///
    /// @param attempts made so far, at least 1
    /// @return between half and all of 5 s, 10 s, 20 s … 10 min
    static Duration after(int attempts, RandomGenerator chance) {
        var doubled = FIRST.multipliedBy(1L << Math.clamp(attempts - 1, 0, DOUBLINGS));
        var most = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return Duration.ofMillis(chance.nextLong(most.toMillis() / 2, most.toMillis() + 1));
    }
}
