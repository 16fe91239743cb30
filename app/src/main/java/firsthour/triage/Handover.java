package firsthour.triage;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An offer to hand a case over.
///
/// @param note what the other has to know
/// @param cameTo ACCEPTED, DECLINED, TAKEN_BACK or LAPSED; null while it stands
@Introspected
public record Handover(
        long fromId,
        String fromName,
        long toId,
        String toName,
        String note,
        Instant offeredAt,
        @Nullable String cameTo) {

    /// Whether it waits for an answer.
    public boolean stands() {
        return cameTo == null;
    }
}
