package firsthour.triage;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.triage.RoutingTarget.Manner;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CandidateTest {
    private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");

    @Test
    void byTurnWhoeverWaitedLongestIsNextAndWhoNeverHadOneFirst() {
        var anna = one(1, 5, 20, NOON);
        var ben = one(2, 0, 20, NOON.plusSeconds(1));
        assertThat(Candidate.pick(List.of(ben, anna), Manner.TURN)).contains(anna);
        var cara = one(3, 9, 20, null);
        assertThat(Candidate.pick(List.of(anna, ben, cara), Manner.TURN)).contains(cara);
    }

    @Test
    void byLoadWhoeverUsesTheSmallestShareIsNext() {
        var half = one(1, 2, 4, null);
        var whole = one(2, 5, 20, NOON);
        assertThat(Candidate.pick(List.of(half, whole), Manner.LEAST_LOAD)).contains(whole);
    }

    @Test
    void ofTheSameLoadWhoeverWaitedLongerIsNext() {
        var later = one(1, 2, 20, NOON.plusSeconds(1));
        var earlier = one(2, 2, 20, NOON);
        assertThat(Candidate.pick(List.of(later, earlier), Manner.LEAST_LOAD)).contains(earlier);
    }

    @Test
    void whoIsFullOrTakesNothingGetsNothing() {
        var full = one(1, 4, 4, null);
        var none = one(2, 0, 0, null);
        for (var manner : Manner.values()) {
            assertThat(Candidate.pick(List.of(full, none), manner)).isEmpty();
        }
    }

    @Test
    void aPoolWaitsForWhoeverClaims() {
        assertThat(Candidate.pick(List.of(one(1, 0, 20, null)), Manner.POOL)).isEmpty();
    }

    private static Candidate one(long id, int open, int capacity, @Nullable Instant last) {
        return new Candidate(id, "Member " + id, open, capacity, last);
    }
}
