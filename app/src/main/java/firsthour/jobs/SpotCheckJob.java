package firsthour.jobs;

import firsthour.scoring.SpotChecks;
import jakarta.inject.Singleton;

/// Draws what people should look at among last week's mentions.
@Singleton
final class SpotCheckJob implements RepeatedJob {
    private final SpotChecks checks;

    SpotCheckJob(SpotChecks checks) {
        this.checks = checks;
    }

    @Override
    public void run() {
        checks.drawDue();
    }
}
