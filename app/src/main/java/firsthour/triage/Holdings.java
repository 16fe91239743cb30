package firsthour.triage;

import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;

/// Keeps through whose hands each case went. Closing ends no holding: who had a case keeps it when
/// it is opened again.
@Singleton
public class Holdings {
    private final HoldingRows rows;
    private final Clock clock;

    Holdings(HoldingRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /// Through whose hands a case went, the first first.
    @Transactional(readOnly = true)
    public List<Holding> find(long caseId) {
        return rows.find(caseId);
    }

    /// Somebody has the case from now on; in the transaction of the deed.
    void begin(long caseId, long memberId, Holding.Way way) {
        end(caseId);
        rows.begin(caseId, memberId, way.name(), clock.instant());
    }

    /// Nobody has the case from now on.
    void end(long caseId) {
        rows.end(caseId, clock.instant());
    }
}
