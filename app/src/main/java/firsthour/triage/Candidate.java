package firsthour.triage;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody who is here and may be given a case.
///
/// @param openCases how many this person has
/// @param capacity from how many on no more are given
/// @param lastAt when this person was last given one; null for never
@Introspected
record Candidate(
        long memberId, String name, int openCases, int capacity, @Nullable Instant lastAt) {

    private static final Comparator<Candidate> TURN =
            Comparator.comparing(
                            Candidate::lastAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparingLong(Candidate::memberId);

    /// Of two with the same load, whoever has waited longer is next.
    private static final Comparator<Candidate> LOAD =
            Comparator.comparingDouble(Candidate::load).thenComparing(TURN);

    /// Who gets the next case; empty where nobody is free, or where people claim for themselves.
    static Optional<Candidate> pick(Collection<Candidate> among, RoutingTarget.Manner manner) {
        var free = among.stream().filter(one -> one.openCases() < one.capacity());
        return switch (manner) {
            case POOL -> Optional.empty();
            case TURN -> free.min(TURN);
            case LEAST_LOAD -> free.min(LOAD);
        };
    }

    /// The share of the capacity that is used: who works half a day is full with half the cases.
    private double load() {
        return (double) openCases / capacity;
    }
}
