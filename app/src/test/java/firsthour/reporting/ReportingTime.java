package firsthour.reporting;

import firsthour.time.Clock;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that tests of reports set.
@Factory
@Requires(property = "reporting.time")
public class ReportingTime {
    public static final AtomicReference<Instant> NOW =
            new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));

    @Singleton
    @Replaces(Clock.class)
    Clock clock() {
        return new Clock(NOW::get);
    }
}
