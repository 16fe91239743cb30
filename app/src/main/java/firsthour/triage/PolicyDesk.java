package firsthour.triage;

import firsthour.clocks.Policy;
import firsthour.clocks.PolicyChanges;
import firsthour.clocks.PolicySaving;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;

/// Changes what a brand promises, and keeps the deadlines that stand on cases in step.
@Singleton
public class PolicyDesk {
    private final PolicyChanges changes;
    private final CaseRows rows;
    private final Dues dues;

    PolicyDesk(PolicyChanges changes, CaseRows rows, Dues dues) {
        this.changes = changes;
        this.rows = rows;
        this.dues = dues;
    }

    /// Replaces all policies of a brand, as [PolicyChanges#change].
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public PolicySaving change(long brandId, int revision, List<Policy> wanted, long by) {
        var concerned = changes.findConcerned(brandId, wanted);
        concerned.forEach(rows::lock);
        var saving = changes.change(brandId, revision, wanted, concerned, by);
        if (saving instanceof PolicySaving.Saved saved) {
            for (var caseId : saved.relieved()) {
                rows.findById(caseId).ifPresent(row -> dues.settle(row.id(), row.episode()));
            }
        }
        return saving;
    }
}
