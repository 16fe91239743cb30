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

    /// What happens whenever somebody asks what time it is.
    public static final AtomicReference<Runnable> WHEN_ASKED = new AtomicReference<>(() -> {});

    @Singleton
    @Replaces(Clock.class)
    Clock clock() {
        return new Clock(() -> {
            WHEN_ASKED.get().run();
            return NOW.get();
        });
    }
}
