package firsthour.jobs;

import firsthour.intake.LateMatching;
import jakarta.inject.Singleton;

/// Looks through stored posts for queries that were added after them.
@Singleton
final class LateMatchingJob implements RepeatedJob {
    private final LateMatching matching;

    LateMatchingJob(LateMatching matching) {
        this.matching = matching;
    }

    @Override
    public void run() {
        while (matching.sweepBatch() && !Thread.currentThread().isInterrupted()) {
            // Until every query has seen every post.
        }
    }
}
