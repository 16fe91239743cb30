package firsthour.jobs;

import firsthour.intake.SourceWatch;
import jakarta.inject.Singleton;

/// Notices sources that stopped or went quiet.
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
