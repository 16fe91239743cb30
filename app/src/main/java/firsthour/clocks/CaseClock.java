package firsthour.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// One target applied to one episode of a case.
///
/// @param metAt the first word that counts, in time or late; before the start where it was given
///   before the post was detected
/// @param receipt how the deadline came about, in the brand's zone
public record CaseClock(
        long id,
        int episode,
        ClockKind kind,
        ClockState state,
        Deadline deadline,
        Optional<Instant> warnedAt,
        Optional<Instant> breachedAt,
        Optional<Instant> metAt,
        Optional<Instant> cancelledAt,
        String receipt) {

    static CaseClock of(ClockRow row) {
        return new CaseClock(
                row.id(),
                row.episode(),
                row.kind(),
                row.state(),
                new Deadline(row.startedAt(), row.warnAt(), row.dueAt()),
                Optional.ofNullable(row.warnedAt()),
                Optional.ofNullable(row.breachedAt()),
                Optional.ofNullable(row.metAt()),
                Optional.ofNullable(row.cancelledAt()),
                row.receipt());
    }

    /// The customer waits for this word, in time or not, as long as the case is open.
    public boolean owed() {
        return metAt.isEmpty() && cancelledAt.isEmpty();
    }

    /// The word was given before the post was detected.
    public boolean metBeforeStart() {
        return metAt.isPresent() && metAt.get().isBefore(deadline.startedAt());
    }

    /// How long the staff took, from the start; zero where it was met before; empty while it is
    /// owed.
    public Optional<Duration> staffTime() {
        return metAt.map(at ->
                metBeforeStart() ? Duration.ZERO : Duration.between(deadline.startedAt(), at));
    }

    /// The receipt as a reader in this zone understands it.
    public String receipt(ZoneId zone) {
        return Receipt.inWords(deadline, zone);
    }
}
