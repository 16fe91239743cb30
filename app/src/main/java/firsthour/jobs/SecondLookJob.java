package firsthour.jobs;

import firsthour.response.SecondLookWatch;
import jakarta.inject.Singleton;

/// Ends second looks that nobody gave in time.
@Singleton
final class SecondLookJob implements RepeatedJob {
    private final SecondLookWatch watch;

    SecondLookJob(SecondLookWatch watch) {
        this.watch = watch;
    }

    @Override
    public void run() {
        watch.sweep();
    }
}
