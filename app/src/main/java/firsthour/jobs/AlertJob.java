package firsthour.jobs;

import firsthour.alerts.Alerts;
import jakarta.inject.Singleton;

/// Turns events into alerts.
@Singleton
final class AlertJob implements RepeatedJob {
    private static final int BATCH = 100;

    private final Alerts alerts;

    AlertJob(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public void run() {
        while (alerts.sweep(BATCH) == BATCH) {
            // More waits, or the last batch was just full.
        }
    }
}
