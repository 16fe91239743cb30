package firsthour.clocks;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Starts and stops the clocks of cases. Each change joins the transaction of the deed that caused
/// it.
@Singleton
public class Clocks {
    private final ClockRows rows;
    private final EventLog events;
    private final Clock clock;

    Clocks(ClockRows rows, EventLog events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /// Starts one clock for each target of the policy.
    ///
    /// @param from when the post was detected, or when a person's deed opened the episode
    /// @param zone the brand's, for the receipt that is kept
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(long caseId, long brandId, int episode, Instant from, ZoneId zone) {
        for (var target : Policy.STANDARD.targets()) {
            var deadline = Deadline.of(target, from);
            var row =
                    rows.save(
                            new ClockRow(
                                    0,
                                    caseId,
                                    brandId,
                                    episode,
                                    target.kind(),
                                    ClockState.RUNNING,
                                    target.within().toSeconds(),
                                    from,
                                    deadline.warnAt(),
                                    deadline.dueAt(),
                                    null,
                                    null,
                                    null,
                                    null,
                                    Receipt.inWords(deadline, zone)));
            events.append(
                    new Event.ClockStarted(
                            caseId, brandId, row.id(), row.kind().name(), episode, row.dueAt()));
        }
    }

    /// A human public word was said that this clock waits for. A late one records the breach even
    /// where no job has come by; one that turns out to be in time withdraws it. A cancelled clock
    /// stays cancelled.
    ///
    /// @param at when the word became public
    @Transactional(propagation = Propagation.MANDATORY)
    public void met(long caseId, int episode, ClockKind kind, Instant at) {
        rows.lock(caseId, episode, kind)
                .ifPresent(row -> {
                    var meeting = Meeting.of(row, at);
                    if (!meeting.clock().equals(row)) {
                        rows.update(meeting.clock());
                    }
                    meeting.events().forEach(events::append);
                });
    }

    /// Nothing is owed on this case any more. What was breached by then stays breached, also where
    /// no job has come by to see it; but from now on nobody waits for that word either.
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(long caseId) {
        var now = clock.instant();
        for (var owed : rows.lockOwed(caseId)) {
            var calledOff = owed.cancelled(now);
            rows.update(calledOff);
            if (calledOff.state() == ClockState.CANCELLED) {
                events.append(
                        new Event.ClockCancelled(
                                caseId, owed.brandId(), owed.id(), owed.kind().name()));
            } else if (owed.state() == ClockState.RUNNING) {
                events.append(Meeting.breached(owed));
            }
        }
    }

    /// The closing that called this episode's clocks off was undone: they run on towards their old
    /// deadlines.
    @Transactional(propagation = Propagation.MANDATORY)
    public void resume(long caseId, int episode) {
        for (var row : rows.lockCancelled(caseId, episode)) {
            rows.update(row.resumed());
            events.append(
                    new Event.ClockResumed(caseId, row.brandId(), row.id(), row.kind().name()));
        }
    }

    /// All clocks of a case, the oldest episode first.
    @Transactional(readOnly = true)
    public List<CaseClock> findByCase(long caseId) {
        return rows.findByCaseIdOrderById(caseId).stream().map(CaseClock::of).toList();
    }

    /// The clock of an episode whose word is owed first; its deadline may have passed. Empty when
    /// nothing is owed.
    @Transactional(readOnly = true)
    public Optional<CaseClock> findNextOwed(long caseId, int episode) {
        return rows.findNextOwed(caseId, episode).map(CaseClock::of);
    }

    /// The episode to which a word belongs that became public at this instant: what was said before
    /// the case was known belongs to the first.
    @Transactional(readOnly = true)
    public int episodeAt(long caseId, Instant at) {
        return rows.episodeAt(caseId, at);
    }
}
