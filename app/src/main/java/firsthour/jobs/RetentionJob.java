package firsthour.jobs;

import firsthour.intake.Retention;
import jakarta.inject.Singleton;

/// Lets go of what may not be kept.
@Singleton
final class RetentionJob implements RepeatedJob {
    private final Retention retention;

    RetentionJob(Retention retention) {
        this.retention = retention;
    }

    @Override
    public void run() {
        while (retention.sweepBatch() && !Thread.currentThread().isInterrupted()) {
            // Until nothing is left to let go of.
        }
    }
}
