package firsthour.jobs;

import firsthour.response.PromiseWatch;
import jakarta.inject.Singleton;

/// Reminds of promises, and sees which are broken.
@Singleton
final class PromiseJob implements RepeatedJob {
    private final PromiseWatch watch;

    PromiseJob(PromiseWatch watch) {
        this.watch = watch;
    }

    @Override
    public void run() {
        while (watch.sweepBatch() && !Thread.currentThread().isInterrupted()) {
            // Until none is left.
        }
    }
}
