package firsthour.triage;

import firsthour.time.Clock;
import jakarta.inject.Singleton;

/// Keeps the record of who has a case in step with what people do to it; in the transactions of
/// their deeds.
@Singleton
class Custody {
    private final CaseRows cases;
    private final Holdings holdings;
    private final HandoverRows handovers;
    private final Covering covering;
    private final Routing routing;
    private final Clock clock;

    Custody(
            CaseRows cases,
            Holdings holdings,
            HandoverRows handovers,
            Covering covering,
            Routing routing,
            Clock clock) {
        this.cases = cases;
        this.holdings = holdings;
        this.handovers = handovers;
        this.covering = covering;
        this.routing = routing;
        this.clock = clock;
    }

    void taken(long caseId, long memberId) {
        holdings.begin(caseId, memberId, Holding.Way.CLAIMED);
    }

    void letGo(long caseId) {
        holdings.end(caseId);
        lapse(caseId);
    }

    void closed(long caseId) {
        lapse(caseId);
    }

    /// Whoever had it keeps it, if they are here.
    void reopened(long caseId) {
        covering.passOnWithin(caseId);
        if (cases.findById(caseId).filter(row -> row.assigneeId() == null).isPresent()) {
            routing.route(caseId);
        }
    }

    /// An offer ends with what it was about.
    private void lapse(long caseId) {
        handovers.settle(caseId, "LAPSED", clock.instant());
    }
}
