package firsthour.jobs;

import firsthour.triage.Triage;
import jakarta.inject.Singleton;

/// Decides what becomes of judged mentions.
@Singleton
final class TriageJob implements RepeatedJob {
    private final Triage triage;

    TriageJob(Triage triage) {
        this.triage = triage;
    }

    @Override
    public void run() {
        triage.sweep();
    }
}
