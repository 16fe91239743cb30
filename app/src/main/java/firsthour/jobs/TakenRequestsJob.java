package firsthour.jobs;

import firsthour.intake.Inbound;
import jakarta.inject.Singleton;

/// Forgets requests to webhooks that were taken long ago.
@Singleton
final class TakenRequestsJob implements RepeatedJob {
    private final Inbound inbound;

    TakenRequestsJob(Inbound inbound) {
        this.inbound = inbound;
    }

    @Override
    public void run() {
        while (inbound.forgetBatch() && !Thread.currentThread().isInterrupted()) {
            // Until none is left to forget.
        }
    }
}
