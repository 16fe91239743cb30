package firsthour.jobs;

import firsthour.triage.SilenceWatch;
import jakarta.inject.Singleton;

/// Sees which customers stay silent.
@Singleton
final class SilenceJob implements RepeatedJob {
    private final SilenceWatch watch;

    SilenceJob(SilenceWatch watch) {
        this.watch = watch;
    }

    @Override
    public void run() {
        while (watch.sweepBatch() && !Thread.currentThread().isInterrupted()) {
            // Until none is left.
        }
    }
}
