package firsthour.triage;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;

/// One transaction's worth of raised cases.
@Singleton
class ClimbBatch {
    static final int SIZE = 100;
    private static final Duration LONGEST_WAIT = Duration.ofHours(20);

    private final CaseRows rows;
    private final PriorityJson json;
    private final EventLog events;
    private final Clock clock;

    ClimbBatch(CaseRows rows, PriorityJson json, EventLog events, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(isolation = Isolation.READ_COMMITTED)
    int raise() {
        var since = clock.instant().minus(LONGEST_WAIT);
        var waiting = rows.lockWaiting(since, Priority.FLOOR, SIZE);
        for (var row : waiting) {
            var raised = json.read(row.priority(), row.priorityReasons()).raised();
            if (rows.raise(row.id(), raised.points(), json.write(raised)) == 1) {
                events.append(new Event.PriorityRaised(row.id(), row.brandId(), raised.points()));
            }
        }
        return waiting.size();
    }
}
