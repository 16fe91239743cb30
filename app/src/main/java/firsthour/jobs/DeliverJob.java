package firsthour.jobs;

import firsthour.delivery.Deliveries;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/// Sends alerts. No [RepeatedJob]: a run that waits for one slow chat must not keep the next run
/// from the others; the database sees to it that nothing is sent twice.
@Singleton
final class DeliverJob implements Job {
    private static final Duration MOST = Duration.ofSeconds(5);

    private final Deliveries deliveries;

    DeliverJob(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void execute(JobExecutionContext context) {
        deliveries.sweep(MOST);
    }
}
