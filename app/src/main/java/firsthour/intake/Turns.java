package firsthour.intake;

import firsthour.time.Clock;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Hands out turns at sources.
@Singleton
class Turns {
    private final SourceStates states;
    private final SourceDays days;
    private final Clock clock;

    Turns(SourceStates states, SourceDays days, Clock clock) {
        this.states = states;
        this.days = days;
        this.clock = clock;
    }

    /// Takes a source that is due; empty when another node was first.
    Optional<Turn> take(long sourceId) {
        return Turn.take(states, days, clock, sourceId);
    }
}
