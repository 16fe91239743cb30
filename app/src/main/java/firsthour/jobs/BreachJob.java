package firsthour.jobs;

import firsthour.clocks.Breaches;
import jakarta.inject.Singleton;

/// Records warnings and breaches when they happen.
@Singleton
final class BreachJob implements RepeatedJob {
    private final Breaches breaches;

    BreachJob(Breaches breaches) {
        this.breaches = breaches;
    }

    @Override
    public void run() {
        breaches.sweep();
    }
}
