package firsthour.team;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What somebody takes, and whether they are here.
///
/// @param capacity open cases from which on no more are assigned; 0 for nothing at all
/// @param skills in lower case, in the order of the alphabet
/// @param awaySince may lie ahead; empty for who is here
/// @param awayUntil empty: until they come back themselves
/// @param coverId who stands in; empty where nobody does
/// @param version goes into the next change
public record Availability(
        long memberId,
        int capacity,
        List<String> skills,
        Optional<Instant> awaySince,
        Optional<Instant> awayUntil,
        Optional<Long> coverId,
        long version) {

    /// What is assigned to whom nobody gave a number.
    public static final int USUAL_CAPACITY = 20;

    public Availability {
        skills = List.copyOf(skills);
    }

    /// Whether this person is away at an instant.
    public boolean isAway(Instant at) {
        return awaySince.filter(since -> !since.isAfter(at)).isPresent()
                && awayUntil.filter(until -> !until.isAfter(at)).isEmpty();
    }

    /// Whether this person is away, or will be.
    public boolean isAwayOrWillBe(Instant at) {
        return awaySince.isPresent() && awayUntil.filter(until -> !until.isAfter(at)).isEmpty();
    }
}
