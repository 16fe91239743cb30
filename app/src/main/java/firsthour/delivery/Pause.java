package firsthour.delivery;

import jakarta.inject.Singleton;
import java.time.Duration;

/// Lets time pass; tests replace it, so that it passes faster.
@Singleton
class Pause {
    void of(Duration duration) throws InterruptedException {
        // Sleeping ends to the nanosecond at the earliest, the database counts microseconds.
        Thread.sleep(duration.plusMillis(1));
    }
}
