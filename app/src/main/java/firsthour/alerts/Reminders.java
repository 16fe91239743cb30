package firsthour.alerts;

import java.time.Instant;
import java.util.stream.Stream;

/// Headlines of what is meant for whoever keeps a case, or for its team while nobody does: their
/// name comes first, so that they see that it is theirs.
final class Reminders {
    private Reminders() {}

    /// Of time that runs out.
    ///
    /// @param what is owed: "the answer"
    static String warning(CaseFacts facts, String what, Instant now) {
        var due = facts.clockDueAt();
        if (facts.clockMetAt() != null) {
            return said(facts, "It is there by now: " + what);
        }
        return switch (String.valueOf(facts.clockState())) {
            case "RUNNING", "BREACHED" ->
                    said(facts, (due == null ? "" : Times.toGo(due, now) + ": ") + what);
            default -> said(facts, "Not owed at the moment: " + what);
        };
    }

    /// Of a promise, which is to be kept also when its case is closed.
    static String promise(CaseFacts facts, Instant now) {
        var due = facts.promiseDueAt();
        if (due == null || "WITHDRAWN".equals(facts.promiseState())) {
            return said(facts, "A promise that holds no more");
        }
        return said(
                facts,
                facts.promiseKeptAt() == null
                        ? Times.toGo(due, now) + ": a promise to the customer"
                        : "A promise to the customer was kept");
    }

    private static String said(CaseFacts facts, String what) {
        return String.join(
                " · ",
                Stream.concat(facts.addressee().stream(), Stream.of(what, facts.brand())).toList());
    }
}
