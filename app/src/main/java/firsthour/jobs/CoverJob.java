package firsthour.jobs;

import firsthour.triage.Covers;
import jakarta.inject.Singleton;

/// Passes on the cases of people who went away.
@Singleton
final class CoverJob implements RepeatedJob {
    private final Covers covers;

    CoverJob(Covers covers) {
        this.covers = covers;
    }

    @Override
    public void run() {
        covers.sweep();
    }
}
