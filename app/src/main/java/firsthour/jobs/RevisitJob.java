package firsthour.jobs;

import firsthour.intake.Revisits;
import jakarta.inject.Singleton;

/// Looks at posts again on their networks.
@Singleton
final class RevisitJob implements RepeatedJob {
    private final Revisits revisits;

    RevisitJob(Revisits revisits) {
        this.revisits = revisits;
    }

    @Override
    public void run() {
        revisits.sweep();
    }
}
