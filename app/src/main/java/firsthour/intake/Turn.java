package firsthour.intake;

import firsthour.connectors.Budget;
import firsthour.connectors.Refusal;
import firsthour.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One node's turn at a source: nobody else reads it until the turn ends, or its lease does.
final class Turn {
    /// Longer than one page takes, and prolonged with each; a crashed node's source is taken over
    /// then.
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration RARELY = Duration.ofSeconds(10);

    private static final int MAX_DETAIL_LENGTH = 1000;

    private final SourceStates states;
    private final SourceDays days;
    private final Clock clock;
    private final long sourceId;
    private Instant until;
    private Instant toldAt = Instant.EPOCH;

    private Turn(SourceStates states, SourceDays days, Clock clock, long sourceId, Instant until) {
        this.states = states;
        this.days = days;
        this.clock = clock;
        this.sourceId = sourceId;
        this.until = until;
    }

    /// Takes a source that is due; empty when another node was first.
    static Optional<Turn> take(SourceStates states, SourceDays days, Clock clock, long sourceId) {
        var now = clock.instant();
        var until = now.plus(LEASE);
        return states.claim(sourceId, now, until) == 1
                ? Optional.of(new Turn(states, days, clock, sourceId, until))
                : Optional.empty();
    }

    /// Prolongs the lease; false when it had ended and another node has the source now.
    boolean goOn() {
        var next = clock.instant().plus(LEASE);
        if (states.prolong(sourceId, until, next) == 0) {
            return false;
        }
        until = next;
        return true;
    }

    /// Notes at most every ten seconds that the source brings something; the turn goes on.
    ///
    /// @param asked what was asked of the network, in words
    void goesWell(Supplier<String> asked) {
        var now = clock.instant();
        if (!now.isBefore(toldAt.plus(RARELY))) {
            states.goesWell(sourceId, until, now, cut(asked.get()));
            toldAt = now;
        }
    }

    /// Gives the source back; it is due at once.
    void leave() {
        states.leave(sourceId, until, clock.instant());
    }

    /// @param wait until the next pull
    /// @param asked what was asked of the network, in words
    void succeeded(Duration wait, String asked, Budget budget) {
        var now = clock.instant();
        states.succeeded(
                sourceId,
                until,
                now,
                now.plus(wait),
                cut(asked),
                remaining(budget),
                budget.resetsAt().orElse(null),
                budget.ending().map(Budget.Ending::at).orElse(null),
                budget.ending().map(ending -> cut(ending.detail())).orElse(null));
        days.countPull(sourceId, day(now), 0);
    }

    /// @param refusal without secrets
    void refused(String asked, Refusal refusal, Budget budget) {
        var now = clock.instant();
        end(
                now,
                Trouble.nextPull(refusal, now, states.getRefusalsInRow(sourceId)),
                cut(asked),
                Trouble.of(refusal),
                refusal.detail(),
                refusal instanceof Refusal.SourceChanged(_, var answer) ? answer : "",
                budget);
    }

    /// Something failed on this side. The source is left alone for as long as after a refusal, and
    /// its page says why.
    void brokeOff() {
        var now = clock.instant();
        end(
                now,
                Trouble.backOff(now, states.getRefusalsInRow(sourceId)),
                null,
                Trouble.BROKE_OFF,
                "What was stored before is kept.",
                "",
                Budget.UNSAID);
    }

    private void end(
            Instant now,
            Instant next,
            @Nullable String asked,
            Trouble trouble,
            String detail,
            String answer,
            Budget budget) {
        states.refused(
                sourceId,
                until,
                now,
                next,
                asked,
                trouble.name(),
                cut(detail),
                remaining(budget),
                budget.resetsAt().orElse(null));
        days.countPull(sourceId, day(now), 1);
        days.countRefusal(sourceId, day(now), trouble.name(), now, cut(detail), answer);
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private static @Nullable Long remaining(Budget budget) {
        return budget.remaining().isPresent() ? budget.remaining().getAsLong() : null;
    }

    private static String cut(String words) {
        return words.length() <= MAX_DETAIL_LENGTH ? words : words.substring(0, MAX_DETAIL_LENGTH);
    }
}
