package firsthour.triage;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.team.Availabilities;
import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/// Passes on one case in one transaction.
@Singleton
class Covering {
    private final CaseRows cases;
    private final CoverRows rows;
    private final HandoverRows handovers;
    private final Holdings holdings;
    private final Availabilities availabilities;
    private final EventLog events;
    private final Clock clock;

    Covering(
            CaseRows cases,
            CoverRows rows,
            HandoverRows handovers,
            Holdings holdings,
            Availabilities availabilities,
            EventLog events,
            Clock clock) {
        this.cases = cases;
        this.rows = rows;
        this.handovers = handovers;
        this.holdings = holdings;
        this.availabilities = availabilities;
        this.events = events;
        this.clock = clock;
    }

    /// Gives a case to whoever stands in for its assignee, or to nobody.
    ///
    /// @return whether it was passed on: it is not where the assignee is here after all
    @Transactional(isolation = Isolation.READ_COMMITTED)
    boolean passOn(long caseId) {
        return passOnWithin(caseId);
    }

    /// The same in the transaction of another deed.
    boolean passOnWithin(long caseId) {
        var row = cases.lockOpen(caseId).orElse(null);
        if (row == null || row.assigneeId() == null) {
            return false;
        }
        long gone = row.assigneeId();
        var standIn = availabilities.findStandIn(gone);
        if (standIn.filter(id -> id == gone).isPresent()) {
            return false;
        }
        var now = clock.instant();
        if (row.offeredToId() != null) {
            handovers.settle(caseId, "LAPSED", now);
        }
        if (standIn.isPresent()) {
            long cover = standIn.get();
            rows.cover(caseId, gone, cover, now);
            holdings.begin(caseId, cover, Holding.Way.COVERED);
            events.append(new Event.CaseCovered(caseId, row.brandId(), gone, cover));
        } else {
            rows.leave(caseId, gone, now);
            holdings.end(caseId);
            events.append(new Event.CaseLeftBehind(caseId, row.brandId(), gone));
        }
        return true;
    }

    /// Ends an offer that nobody answers any more; the case stays with who has it.
    @Transactional(isolation = Isolation.READ_COMMITTED)
    boolean lapse(long caseId) {
        var row = cases.lockOpen(caseId).orElse(null);
        if (row == null || row.offeredToId() == null) {
            return false;
        }
        long gone = row.offeredToId();
        if (rows.lapse(caseId, gone) == 0) {
            return false;
        }
        handovers.settle(caseId, "LAPSED", clock.instant());
        events.append(new Event.HandoverLapsed(caseId, row.brandId(), gone));
        return true;
    }
}
