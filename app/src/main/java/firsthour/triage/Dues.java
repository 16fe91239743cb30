package firsthour.triage;

import firsthour.clocks.CaseClock;
import firsthour.clocks.Clocks;
import jakarta.inject.Singleton;

/// Keeps the deadline that stands on a case in step with its clocks.
@Singleton
class Dues {
    private final Clocks clocks;
    private final CaseRows rows;

    Dues(Clocks clocks, CaseRows rows) {
        this.clocks = clocks;
        this.rows = rows;
    }

    /// Writes what is owed first now.
    void settle(long caseId, int episode) {
        var next = clocks.findNextOwed(caseId, episode);
        rows.setDue(
                caseId,
                next.map(clock -> clock.deadline().dueAt()).orElse(null),
                next.map(CaseClock::kind).orElse(null),
                next.map(clock -> clock.deadline().warnAt()).orElse(null));
    }
}
