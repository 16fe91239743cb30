package firsthour.time;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// The time of tests that set `controlled.time`: it stands still until they move it.
public final class ControlledTime {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-16T12:20:00Z"));

    public Instant now() {
        return now.get();
    }

    public void set(Instant instant) {
        now.set(instant);
    }

    public void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Factory
    @Requires(property = "controlled.time")
    static final class Beans {
        @Singleton
        ControlledTime time() {
            return new ControlledTime();
        }

        @Singleton
        @Replaces(Clock.class)
        Clock clock(ControlledTime time) {
            return new Clock(time::now);
        }
    }
}
