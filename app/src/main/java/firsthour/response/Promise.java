package firsthour.response;

import java.time.Instant;
import java.util.Optional;

/// What was promised to a customer.
///
/// @param madeBy who promised it
/// @param keptAt in time or late
/// @param reason why it was withdrawn
public record Promise(
        long id,
        long caseId,
        String words,
        String madeBy,
        Instant madeAt,
        Instant dueAt,
        PromiseState state,
        Optional<Instant> keptAt,
        Optional<String> reason) {

    /// Somebody still has to do something for it.
    public boolean owed() {
        return state == PromiseState.OPEN || (state == PromiseState.BROKEN && keptAt.isEmpty());
    }
}
