package firsthour.jobs;

import firsthour.intake.Pulls;
import jakarta.inject.Singleton;

/// Starts the pulls that are due.
@Singleton
final class PullJob implements RepeatedJob {
    private final Pulls pulls;

    PullJob(Pulls pulls) {
        this.pulls = pulls;
    }

    @Override
    public void run() {
        pulls.sweep();
    }
}
