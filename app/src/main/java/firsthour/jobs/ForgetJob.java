package firsthour.jobs;

import firsthour.triage.Forgetting;
import jakarta.inject.Singleton;

/// Forgets the authors of deleted posts.
@Singleton
final class ForgetJob implements RepeatedJob {
    private final Forgetting forgetting;

    ForgetJob(Forgetting forgetting) {
        this.forgetting = forgetting;
    }

    @Override
    public void run() {
        while (forgetting.sweepBatch() && !Thread.currentThread().isInterrupted()) {
            // Until nobody is left to forget.
        }
    }
}
