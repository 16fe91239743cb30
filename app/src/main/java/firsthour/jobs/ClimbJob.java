package firsthour.jobs;

import firsthour.triage.Climb;
import jakarta.inject.Singleton;

/// Raises what has waited too long.
@Singleton
final class ClimbJob implements RepeatedJob {
    private final Climb climb;

    ClimbJob(Climb climb) {
        this.climb = climb;
    }

    @Override
    public void run() {
        climb.sweep();
        climb.sweepUnclaimed();
    }
}
