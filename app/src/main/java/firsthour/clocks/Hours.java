package firsthour.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Which time counts toward a target.
public sealed interface Hours permits AroundTheClock, BusinessHours {

    /// The instant at which so much time has counted. Empty where that is more than five years
    /// away, as it is where people are never there.
    ///
    /// @param length longer than zero
    Optional<Instant> after(Instant start, Duration length);

    /// How much time counts between two instants; zero where the second is not later.
    Duration between(Instant from, Instant until);
}
