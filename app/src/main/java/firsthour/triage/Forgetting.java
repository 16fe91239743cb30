package firsthour.triage;

import firsthour.events.Consumer;
import firsthour.events.EventLog;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/// Forgets who wrote a post that is no longer kept.
@Singleton
public class Forgetting {
    private static final int BATCH = 200;

    private final CaseRows rows;
    private final EventLog events;

    Forgetting(CaseRows rows, EventLog events) {
        this.rows = rows;
        this.events = events;
    }

    /// Takes authors out of the cases of such posts, in one transaction.
    ///
    /// @return whether there may be more to do
    @Transactional
    public boolean sweepBatch() {
        var taken = events.take(Consumer.FORGETTING, BATCH);
        for (var recorded : taken) {
            recorded.event().mention().ifPresent(rows::forgetAuthor);
        }
        return taken.size() == BATCH;
    }
}
