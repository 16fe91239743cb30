package firsthour.intake;

import firsthour.time.Clock;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Hands out turns at sources.
@Singleton
class Turns {
    private final SourceStates states;
    private final RefusalRows refusals;
    private final Clock clock;

    Turns(SourceStates states, RefusalRows refusals, Clock clock) {
        this.states = states;
        this.refusals = refusals;
        this.clock = clock;
    }

    /// Takes a source that is due; empty when another node was first.
    Optional<Turn> take(long sourceId) {
        return Turn.take(states, refusals, clock, sourceId);
    }
}
