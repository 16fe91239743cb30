package firsthour.response;

import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Who looks at a case, and who writes an answer: for pages that are open, on all nodes. Nothing of
/// it outlives the minute, and it is no deed on the case, so no event tells of it.
@Singleton
public class Presence {
    /// Whoever is not heard of for so long has gone.
    static final Duration SEEN_WITHIN = Duration.ofSeconds(30);

    /// How long somebody may write without being heard of.
    public static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration FORGET_AFTER = Duration.ofHours(1);

    private final PresenceRows rows;
    private final Clock clock;

    Presence(PresenceRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /// Somebody opens a case.
    ///
    /// @return their seat, by which they are heard of; empty when there is no such case
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Optional<String> sit(long caseId, long memberId) {
        var now = clock.instant();
        rows.forget(now.minus(FORGET_AFTER));
        var seat = UUID.randomUUID().toString();
        return rows.sit(seat, caseId, memberId, now) == 1 ? Optional.of(seat) : Optional.empty();
    }

    /// Whoever has these seats still looks.
    ///
    /// @param seats not empty
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void stay(Collection<String> seats) {
        rows.stay(seats, clock.instant());
    }

    /// Somebody looks no more.
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void leave(String seat) {
        rows.leave(seat);
    }

    /// Who is there now.
    @Transactional(readOnly = true)
    public Present find(long caseId) {
        return findAll(Set.of(caseId)).values().iterator().next();
    }

    /// Who is there now, at many cases at once.
    ///
    /// @param caseIds not empty
    /// @return a part for each of them
    @Transactional(readOnly = true)
    public Map<Long, Present> findAll(Set<Long> caseIds) {
        var now = clock.instant();
        var looking =
                rows.findLooking(caseIds, now.minus(SEEN_WITHIN)).stream()
                        .collect(
                                Collectors.groupingBy(
                                        PresenceRow::caseId,
                                        Collectors.mapping(
                                                row ->
                                                        new Present.Person(
                                                                row.memberId(), row.name()),
                                                Collectors.toList())));
        var writing =
                rows.findDrafters(caseIds, now).stream()
                        .collect(Collectors.toMap(PresenceRows.Drafter::caseId, Presence::drafter));
        return caseIds.stream()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                id ->
                                        new Present(
                                                looking.getOrDefault(id, List.of()),
                                                Optional.ofNullable(writing.get(id)))));
    }

    /// Takes the lease for writing to the customer, or renews it: of two at once one has it.
    ///
    /// @return who writes already; empty when the lease was given
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Optional<Present.Drafter> draft(long caseId, long memberId) {
        var now = clock.instant();
        rows.ensure(caseId, memberId, now);
        return rows.take(caseId, memberId, now, now.plus(LEASE)) == 1
                ? Optional.empty()
                : findDrafter(caseId);
    }

    /// Gives the lease back; nothing happens where somebody else has it.
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void stopDrafting(long caseId, long memberId) {
        rows.give(caseId, memberId, clock.instant());
    }

    /// Who else writes to the customer now.
    @Transactional(readOnly = true)
    public Optional<Present.Drafter> findOther(long caseId, long memberId) {
        return findDrafter(caseId).filter(one -> one.memberId() != memberId);
    }

    private Optional<Present.Drafter> findDrafter(long caseId) {
        return rows.findDrafters(Set.of(caseId), clock.instant()).stream()
                .findFirst()
                .map(Presence::drafter);
    }

    private static Present.Drafter drafter(PresenceRows.Drafter row) {
        return new Present.Drafter(row.memberId(), row.name(), row.since());
    }
}
