package firsthour.triage;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What waits for one person.
///
/// @param offers of colleagues who would hand a case over, the oldest first
/// @param questions of colleagues, the oldest first
/// @param cases that the person keeps, what is due first first
/// @param cameBack those of them whose customer was waited for, and wrote
/// @param more the person keeps more cases than these
public record Day(
        List<Offered> offers,
        List<Asked> questions,
        List<QueueRow> cases,
        Set<Long> cameBack,
        boolean more) {
    public Day {
        offers = List.copyOf(offers);
        questions = List.copyOf(questions);
        cases = List.copyOf(cases);
        cameBack = Set.copyOf(cameBack);
    }

    /// Somebody would hand a case over.
    ///
    /// @param giver who offered it
    @Introspected
    public record Offered(long caseId, String giver, String note, Instant offeredAt) {}

    /// Somebody asks for help.
    @Introspected
    public record Asked(long caseId, String asker, String question, Instant askedAt) {}
}
