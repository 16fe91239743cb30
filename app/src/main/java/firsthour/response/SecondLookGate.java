package firsthour.response;

import firsthour.time.Clock;
import firsthour.triage.Outcome;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/// Lets words pass to the network that a colleague has approved, or that nobody has to look at.
/// Whoever calls holds the case's row.
@Singleton
class SecondLookGate {
    private final SecondLookRows rows;
    private final SecondLookEnds ends;
    private final Clock clock;

    SecondLookGate(SecondLookRows rows, SecondLookEnds ends, Clock clock) {
        this.rows = rows;
        this.ends = ends;
        this.clock = clock;
    }

    /// Why a reply must not be posted yet; empty where it may. An approval counts from here on: of
    /// two at once one does.
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Outcome> bar(Outbox.Wanted wanted) {
        var approval = wanted.approval();
        if (approval != null) {
            return ends.approve(approval.look(), wanted.text(), approval.byId())
                    ? Optional.empty()
                    : Optional.of(SecondLooks.over());
        }
        return rows.findOpen(wanted.caseId()).stream()
                .filter(look -> !ends.endIfOver(look))
                .findFirst()
                .map(look ->
                        new Outcome.NotPossible(
                                "A colleague is asked for a second look, for %d min at most. Wait for it, or take it back first."
                                        .formatted(minutes(look))));
    }

    private long minutes(SecondLookRow look) {
        return Duration.between(clock.instant(), look.dueAt()).plusSeconds(59).toMinutes();
    }
}
