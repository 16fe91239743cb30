package firsthour.triage;

import jakarta.inject.Singleton;

/// Raises whatever has waited 20 h for its answer to the top of the queue, once.
@Singleton
public class Climb {
    private final ClimbBatch batch;

    Climb(ClimbBatch batch) {
        this.batch = batch;
    }

    /// Raises what has waited long enough by now.
    ///
    /// @return how many cases were raised
    public int sweep() {
        var all = 0;
        int some;
        do {
            some = batch.raise();
            all += some;
        } while (some == ClimbBatch.SIZE);
        return all;
    }
}
