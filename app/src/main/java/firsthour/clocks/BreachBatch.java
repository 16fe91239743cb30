package firsthour.clocks;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/// One transaction's worth of breaches or warnings. READ COMMITTED, because gap locks of two nodes
/// would wait for each other.
@Singleton
class BreachBatch {
    static final int SIZE = 100;

    private final ClockRows rows;
    private final EventLog events;
    private final Clock clock;

    BreachBatch(ClockRows rows, EventLog events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(isolation = Isolation.READ_COMMITTED)
    int breach() {
        var overdue = rows.lockOverdue(clock.instant(), SIZE);
        for (var row : overdue) {
            if (rows.breach(row.id()) == 1) {
                events.append(Meeting.breached(row));
            }
        }
        return overdue.size();
    }

    @Transactional(isolation = Isolation.READ_COMMITTED)
    int warn() {
        var now = clock.instant();
        var unwarned = rows.lockUnwarned(now, SIZE);
        for (var row : unwarned) {
            var percent = now.isBefore(row.warnAt()) ? Policy.HALF_PERCENT : Policy.WARNING_PERCENT;
            if (rows.warn(row.id(), percent, now) == 1) {
                events.append(
                        new Event.ClockWarned(
                                row.caseId(), row.brandId(), row.id(), row.kind().name(), percent));
            }
        }
        return unwarned.size();
    }
}
