package firsthour.jobs;

import firsthour.causes.Grouping;
import jakarta.inject.Singleton;

/// Groups cases that are about the same.
@Singleton
final class GroupingJob implements RepeatedJob {
    private final Grouping grouping;

    GroupingJob(Grouping grouping) {
        this.grouping = grouping;
    }

    @Override
    public void run() {
        grouping.sweep();
        grouping.forget();
    }
}
