package firsthour.response;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import firsthour.triage.PublicWords;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/// Records, once and when it happens, that a promise comes near or was broken. Any number of nodes
/// may sweep at once.
@Singleton
public class PromiseWatch {
    static final int SIZE = 100;

    private final PromiseRows rows;
    private final PublicWords words;
    private final EventLog events;
    private final Clock clock;

    PromiseWatch(PromiseRows rows, PublicWords words, EventLog events, Clock clock) {
        this.rows = rows;
        this.words = words;
        this.events = events;
        this.clock = clock;
    }

    /// One transaction's worth.
    ///
    /// @return whether there may be more
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public boolean sweepBatch() {
        var now = clock.instant();
        var overdue = rows.lockOverdue(now, SIZE);
        for (var row : overdue) {
            if (rows.breakIt(row.id()) == 1) {
                events.append(
                        new Event.PromiseBroken(
                                row.caseId(), words.brandOf(row.caseId()), row.id(), row.dueAt()));
            }
        }
        var near = rows.lockUnreminded(now, SIZE);
        for (var row : near) {
            if (rows.remind(row.id(), now) == 1) {
                events.append(
                        new Event.PromiseNearlyDue(
                                row.caseId(), words.brandOf(row.caseId()), row.id()));
            }
        }
        return overdue.size() == SIZE || near.size() == SIZE;
    }
}
