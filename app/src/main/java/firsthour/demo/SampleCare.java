package firsthour.demo;

import firsthour.response.Promise;
import firsthour.response.PromiseState;
import firsthour.response.Promises;
import firsthour.response.Remedies;
import jakarta.inject.Singleton;
import java.time.Instant;

/// What the invented staff promise and give. A refusal is no fault: under another model somebody
/// else may have the case.
@Singleton
class SampleCare {
    private static final String CURRENCY = "GBP";

    private final Promises promises;
    private final Remedies remedies;
    private final SampleStaff staff;

    SampleCare(Promises promises, Remedies remedies, SampleStaff staff) {
        this.promises = promises;
        this.remedies = remedies;
        this.staff = staff;
    }

    void promise(long caseId, String by, String text, Instant due) {
        promises.make(caseId, staff.actor(by), text, due);
    }

    /// Keeps what is owed on a case.
    void keep(long caseId, String by) {
        promises.findByCase(caseId).stream()
                .filter(promise -> promise.state() == PromiseState.OPEN)
                .map(Promise::id)
                .forEach(id -> promises.keep(caseId, id, staff.actor(by)));
    }

    void give(long caseId, String by, Deeds.Given given) {
        remedies.give(
                caseId, staff.actor(by), given.kind(), given.amount(), CURRENCY, given.rule());
    }
}
