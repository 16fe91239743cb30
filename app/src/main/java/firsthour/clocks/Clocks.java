package firsthour.clocks;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Starts and stops the clocks of cases. Each change joins the transaction of the deed that caused
/// it.
@Singleton
public class Clocks {
    /// What every episode begins with.
    private static final List<ClockKind> AT_START =
            List.of(ClockKind.ACKNOWLEDGEMENT, ClockKind.ANSWER);

    private final ClockRows rows;
    private final Starting starting;
    private final Pauses pauses;
    private final EventLog events;
    private final Clock clock;

    Clocks(ClockRows rows, Starting starting, Pauses pauses, EventLog events, Clock clock) {
        this.rows = rows;
        this.starting = starting;
        this.pauses = pauses;
        this.events = events;
        this.clock = clock;
    }

    /// Starts the clocks of an episode, as far as a policy promises something.
    ///
    /// @param post that opened the case
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(Episode episode, Circumstances post) {
        for (var kind : AT_START) {
            starting.start(kind, episode, post, null);
        }
    }

    /// Starts the clock of the next reply, unless one is owed already.
    ///
    /// @param episode from when the message was detected
    /// @param post that opened the case
    /// @param askedAt when the customer wrote
    @Transactional(propagation = Propagation.MANDATORY)
    public void startNextReply(Episode episode, Circumstances post, Instant askedAt) {
        var owed =
                rows.lockOwed(episode.caseId()).stream()
                        .anyMatch(row -> row.kind() == ClockKind.NEXT_REPLY);
        if (!owed) {
            starting.start(ClockKind.NEXT_REPLY, episode, post, askedAt);
        }
    }

    /// A human public word was said that this clock waits for. A late one records the breach even
    /// where no job has come by; one that turns out to be in time withdraws it. A cancelled clock
    /// stays cancelled.
    ///
    /// @param at when the word became public
    @Transactional(propagation = Propagation.MANDATORY)
    public void met(long caseId, int episode, ClockKind kind, Instant at) {
        for (var row : rows.lock(caseId, episode, kind)) {
            if (row.hears(at)) {
                // A pause ends with the word, which may have been said before it began.
                var meeting = Meeting.of(pauses.endAndReckon(row, at), at);
                if (!meeting.clock().equals(row)) {
                    rows.update(meeting.clock());
                }
                meeting.events().forEach(events::append);
            }
        }
    }

    /// Nothing is owed on this case any more. What was breached by then stays breached, also where
    /// no job has come by to see it; but from now on nobody waits for that word either.
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(long caseId) {
        rows.lockOwed(caseId).forEach(this::cancel);
    }

    /// The customer's last words want no reply.
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancelNextReply(long caseId) {
        rows.lockOwed(caseId).stream()
                .filter(row -> row.kind() == ClockKind.NEXT_REPLY)
                .forEach(this::cancel);
    }

    void cancel(ClockRow owed) {
        var now = clock.instant();
        var running = pauses.endAndReckon(owed, now);
        var calledOff = running.cancelled(now);
        rows.update(calledOff);
        if (calledOff.state() == ClockState.CANCELLED) {
            events.append(
                    new Event.ClockCancelled(
                            owed.caseId(), owed.brandId(), owed.id(), owed.kind().name()));
        } else if (owed.state() == ClockState.RUNNING) {
            events.append(Meeting.breached(owed));
        }
    }

    /// What called this episode's clocks off was undone: they run on towards their old deadlines,
    /// or are paused still.
    ///
    /// @param since what was called off before then stays so
    @Transactional(propagation = Propagation.MANDATORY)
    public void resume(long caseId, int episode, Instant since) {
        for (var row : rows.lockCancelled(caseId, episode, since)) {
            rows.update(
                    pauses.goesOn(row, row.cancelledAt()) ? row.resumed().paused() : row.resumed());
            events.append(
                    new Event.ClockResumed(caseId, row.brandId(), row.id(), row.kind().name()));
        }
    }

    /// Words turned out to be another case's: what they had met is owed again.
    ///
    /// @param words when they became public
    /// @param waits whether the customer is waited for: a pause that a word had ended goes on
    @Transactional(propagation = Propagation.MANDATORY)
    public void unheard(long caseId, int episode, List<Instant> words, boolean waits) {
        for (var row : rows.lockEpisode(caseId, episode)) {
            if (row.metAt() != null && words.contains(row.metAt())) {
                var owed = row.owedAgain();
                rows.update(waits && pauses.goesOn(row, row.metAt()) ? owed.paused() : owed);
                events.append(
                        new Event.ClockResumed(caseId, row.brandId(), row.id(), row.kind().name()));
            }
        }
    }

    /// What the customer asked turned out to be another case's: no reply to it is owed here.
    ///
    /// @param asked when the customer wrote it
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancelAsked(long caseId, List<Instant> asked) {
        rows.lockOwed(caseId).stream()
                .filter(row -> row.askedAt() != null && asked.contains(row.askedAt()))
                .forEach(this::cancel);
    }

    /// The customer is waited for: from now on no time counts. What has passed its deadline is late
    /// and stays so.
    @Transactional(propagation = Propagation.MANDATORY)
    public void pause(long caseId) {
        var now = clock.instant();
        for (var row : rows.lockOwed(caseId)) {
            if (row.state() == ClockState.RUNNING && !now.isAfter(row.dueAt())) {
                pauses.begin(row, now);
                rows.update(row.paused());
                events.append(
                        new Event.ClockPaused(caseId, row.brandId(), row.id(), row.kind().name()));
            }
        }
    }

    /// The customer is not waited for any more: what was paused runs on, and is due later by as
    /// much as it was paused.
    @Transactional(propagation = Propagation.MANDATORY)
    public void goOn(long caseId) {
        var now = clock.instant();
        for (var row : rows.lockPaused(caseId)) {
            var running = pauses.endAndReckon(row, now);
            rows.update(running);
            events.append(
                    new Event.ClockWentOn(
                            caseId, row.brandId(), row.id(), row.kind().name(), running.dueAt()));
        }
    }

    /// All clocks of a case, the oldest episode first.
    @Transactional(readOnly = true)
    public List<CaseClock> findByCase(long caseId) {
        return pauses.told(rows.findByCaseIdOrderById(caseId));
    }

    /// The clock of an episode whose word is owed first; its deadline may have passed. Empty when
    /// nothing is owed.
    @Transactional(readOnly = true)
    public Optional<CaseClock> findNextOwed(long caseId, int episode) {
        return rows.findNextOwed(caseId, episode).map(row -> pauses.told(List.of(row)).getFirst());
    }

    /// The episode to which a word belongs that became public at this instant: what was said before
    /// the case was known belongs to the first.
    @Transactional(readOnly = true)
    public int episodeAt(long caseId, Instant at) {
        return rows.episodeAt(caseId, at);
    }
}
