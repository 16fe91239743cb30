package firsthour.causes;

import jakarta.inject.Singleton;

/// Groups cases that are about the same, as they come.
@Singleton
public class Grouping {
    private final GroupingBatch batch;

    Grouping(GroupingBatch batch) {
        this.batch = batch;
    }

    /// Looks at what has come since.
    ///
    /// @return how many posts were looked at
    public int sweep() {
        var all = 0;
        while (!Thread.currentThread().isInterrupted() && batch.group()) {
            all++;
        }
        return all;
    }

    /// Forgets what is too old to be compared.
    public void forget() {
        while (batch.forget() == GroupingBatch.SIZE) {
            // The next batch.
        }
    }
}
