package firsthour.demo;

import firsthour.time.Clock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// A source of time that stands where it was wound to; before that it runs.
@Singleton
final class WoundClock implements InstantSource {
    private final Clock running = new Clock();
    private volatile @Nullable Instant at;

    /// Stands at this instant from now on. It may be wound backwards, but only while nobody else
    /// looks.
    void windTo(Instant instant) {
        at = instant;
    }

    /// Runs again.
    void release() {
        at = null;
    }

    @Override
    public Instant instant() {
        var wound = at;
        return wound == null ? running.instant() : wound;
    }
}
