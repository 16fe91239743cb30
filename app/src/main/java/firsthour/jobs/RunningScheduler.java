package firsthour.jobs;

import firsthour.intake.Streams;
import java.time.Duration;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A scheduler that stops before the database does, and with it what its jobs left running.
///
/// @param quartz started
record RunningScheduler(Scheduler quartz, Streams streams) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningScheduler.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Lets running jobs finish, but not for ever: whatever they leave is taken up by the next run.
    @Override
    public void close() {
        streams.stop();
        Thread stopping = Thread.ofPlatform().daemon().start(this::shutDown);
        try {
            if (!stopping.join(PATIENCE)) {
                LOG.warn("A job still runs after {} seconds; leaving it", PATIENCE.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void shutDown() {
        try {
            quartz.shutdown(true);
        } catch (SchedulerException e) {
            LOG.warn("The scheduler did not stop cleanly", e);
        }
    }
}
