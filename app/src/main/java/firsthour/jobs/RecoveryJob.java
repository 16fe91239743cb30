package firsthour.jobs;

import firsthour.recovery.Signs;
import jakarta.inject.Singleton;

/// Sees which customers were won back.
@Singleton
final class RecoveryJob implements RepeatedJob {
    private final Signs signs;

    RecoveryJob(Signs signs) {
        this.signs = signs;
    }

    @Override
    public void run() {
        while (signs.sweepMentions() && !Thread.currentThread().isInterrupted()) {
            // Until all cases are known.
        }
        while (signs.sweepCase() && !Thread.currentThread().isInterrupted()) {
            // Until none is left to look at.
        }
    }
}
