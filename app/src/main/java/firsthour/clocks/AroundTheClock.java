package firsthour.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// All time counts: 24 hours a day, seven days a week.
public record AroundTheClock() implements Hours {

    @Override
    public Optional<Instant> after(Instant start, Duration length) {
        return Optional.of(start.plus(length));
    }

    @Override
    public Duration between(Instant from, Instant until) {
        return until.isAfter(from) ? Duration.between(from, until) : Duration.ZERO;
    }
}
