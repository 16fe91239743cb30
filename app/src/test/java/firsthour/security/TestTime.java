package firsthour.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A time that passes when a test says so.
final class TestTime implements InstantSource {
    private Instant now;

    TestTime(Instant now) {
        this.now = now;
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
