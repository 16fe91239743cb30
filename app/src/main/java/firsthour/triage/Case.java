package firsthour.triage;

import java.time.Instant;
import java.util.Optional;

/// A case as it stands after a deed.
///
/// @param episode 1 and up; one more with each reopening
/// @param acknowledgedAt the first public word of this episode
/// @param answeredAt the first public reply of substance in this episode
/// @param waitingSince since when the customer is waited for
/// @param version goes into the next deed
public record Case(
        long id,
        long brandId,
        CaseKind kind,
        CaseState state,
        Optional<Long> assigneeId,
        int episode,
        Instant episodeStartedAt,
        Optional<Instant> acknowledgedAt,
        Optional<Instant> answeredAt,
        Optional<Instant> waitingSince,
        Optional<Instant> dueAt,
        long version) {

    static Case of(CaseRow row) {
        return new Case(
                row.id(),
                row.brandId(),
                row.kind(),
                row.state(),
                Optional.ofNullable(row.assigneeId()),
                row.episode(),
                row.episodeStartedAt(),
                Optional.ofNullable(row.acknowledgedAt()),
                Optional.ofNullable(row.answeredAt()),
                Optional.ofNullable(row.waitingSince()),
                Optional.ofNullable(row.dueAt()),
                row.version());
    }
}
