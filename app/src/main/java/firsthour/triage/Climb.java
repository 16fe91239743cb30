package firsthour.triage;

import jakarta.inject.Singleton;

/// Raises whatever has waited 20 h for its answer to the top of the queue, once; lets what nobody
/// takes climb before that, and shows it to managers.
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

    /// Lets what nobody has taken climb by now.
    ///
    /// @return how many steps were taken
    public int sweepUnclaimed() {
        while (batch.show() == ClimbBatch.SIZE) {
            // The next batch.
        }
        var all = 0;
        for (var step : ClimbBatch.STEPS) {
            int some;
            do {
                some = batch.climb(step);
                all += some;
            } while (some == ClimbBatch.SIZE);
        }
        return all;
    }
}
