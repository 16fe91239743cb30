package firsthour.jobs;

import firsthour.intake.SourceWatch;
import jakarta.inject.Singleton;

/// Notices sources that stopped, went quiet or are about to lose their access.
@Singleton
final class SourceWatchJob implements RepeatedJob {
    private final SourceWatch watch;

    SourceWatchJob(SourceWatch watch) {
        this.watch = watch;
    }

    @Override
    public void run() {
        watch.sweep();
    }
}
