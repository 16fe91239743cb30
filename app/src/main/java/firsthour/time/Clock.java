package firsthour.time;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// The time as it can be stored: whole microseconds, since the database keeps no more and an
/// instant must equal itself after it was read back.
@Singleton
public final class Clock implements InstantSource {
    private final InstantSource source;

    public Clock() {
        this(InstantSource.system());
    }

    /// Runs on another source of time: a controlled one in tests.
    public Clock(InstantSource source) {
        this.source = source;
    }

    @Override
    public Instant instant() {
        return source.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
