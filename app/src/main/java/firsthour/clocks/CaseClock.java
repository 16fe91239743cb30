package firsthour.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// One target applied to one episode of a case.
///
/// @param calendar the hours in which people were there when it started, where the policy named
///   some
/// @param metAt the first word that counts, in time or late; before the start where it was given
///   before the post was detected
/// @param receipt how the deadline came about
public record CaseClock(
        long id,
        int episode,
        ClockKind kind,
        ClockState state,
        Receipt receipt,
        Optional<BusinessHours> calendar,
        Optional<Instant> warnedAt,
        Optional<Instant> breachedAt,
        Optional<Instant> metAt,
        Optional<Instant> cancelledAt) {

    /// When it is due.
    public Deadline deadline() {
        return receipt.deadline();
    }

    /// The customer waits for this word, in time or not, as long as the case is open. While the
    /// customer is waited for, nothing is owed.
    public boolean owed() {
        return metAt.isEmpty() && cancelledAt.isEmpty() && state != ClockState.PAUSED;
    }

    /// The word was given before the post was detected.
    public boolean metBeforeStart() {
        return metAt.isPresent() && metAt.get().isBefore(deadline().startedAt());
    }

    /// How long the staff took, from the start, without pauses, all other time counted; zero where
    /// it was met before; empty while it is owed.
    public Optional<Duration> staffTime() {
        return metAt.map(at -> counted(new AroundTheClock(), at));
    }

    /// How much of [#staffTime] lay in business hours; empty while it is owed, and where the policy
    /// named no calendar.
    public Optional<Duration> businessTime() {
        return calendar.flatMap(hours -> metAt.map(at -> counted(hours, at)));
    }

    private Duration counted(Hours hours, Instant until) {
        var counted = hours.between(deadline().startedAt(), until);
        for (var pause : receipt.pauses()) {
            var end = pause.until().isBefore(until) ? pause.until() : until;
            counted = counted.minus(hours.between(pause.from(), end));
        }
        return counted;
    }

    /// The receipt as a reader in this zone understands it.
    public String receipt(ZoneId zone) {
        return receipt.inWords(zone);
    }
}
