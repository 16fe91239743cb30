package firsthour.database;

import java.time.Duration;

/// Waiting for another process, which nobody can be told of but by looking again.
final class Pause {
    private Pause() {}

    /// @throws DatabaseUnavailable when the thread is told to stop meanwhile
    static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Stopped while waiting for the database.", e);
        }
    }
}
