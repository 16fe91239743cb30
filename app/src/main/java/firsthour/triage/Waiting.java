package firsthour.triage;

import firsthour.clocks.Clocks;
import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.Function;

/// Waiting for the customer: the only thing that pauses clocks. It ends when the customer writes,
/// or when a person says so.
@Singleton
public class Waiting {
    private final CaseRows rows;
    private final TriageRows triage;
    private final Refusals refusals;
    private final Clocks clocks;
    private final Episodes episodes;
    private final Dues dues;
    private final EventLog events;
    private final Clock clock;

    Waiting(
            CaseRows rows,
            TriageRows triage,
            Refusals refusals,
            Clocks clocks,
            Episodes episodes,
            Dues dues,
            EventLog events,
            Clock clock) {
        this.rows = rows;
        this.triage = triage;
        this.refusals = refusals;
        this.clocks = clocks;
        this.episodes = episodes;
        this.dues = dues;
        this.events = events;
        this.clock = clock;
    }

    /// Waits for the customer from now on. There has to be a public word of ours: who was told
    /// nothing cannot know that we wait.
    @Transactional
    public Outcome begin(long caseId, long version, Actor actor) {
        if (!actor.mayWork()) {
            return Refusals.readsOnly();
        }
        if (rows.await(caseId, version, actor.memberId(), actor.mayOverrule(), clock.instant())
                == 0) {
            return refusals.ofWaiting(caseId, version, actor);
        }
        clocks.pause(caseId);
        return done(caseId, row -> new Event.WaitingBegan(caseId, row.brandId(), actor.memberId()));
    }

    /// Waits no longer: the clocks run on.
    @Transactional
    public Outcome end(long caseId, long version, Actor actor) {
        if (!actor.mayWork()) {
            return Refusals.readsOnly();
        }
        if (rows.stopWaiting(caseId, version, actor.memberId(), actor.mayOverrule()) == 0) {
            return refusals.ofWaiting(caseId, version, actor);
        }
        clocks.goOn(caseId);
        episodes.listen(caseId);
        return done(caseId, row -> new Event.WaitingEnded(caseId, row.brandId(), actor.memberId()));
    }

    /// Nobody has to reply to what the customer wrote last.
    @Transactional
    public Outcome leaveUnanswered(long caseId, long version, Actor actor, NoReplyReason reason) {
        if (!actor.mayWork()) {
            return Refusals.readsOnly();
        }
        triage.takeTurnOfCase(caseId);
        if (rows.leaveUnanswered(caseId, version, actor.memberId(), actor.mayOverrule()) == 0) {
            return refusals.ofLeaving(caseId, version, actor);
        }
        rows.leaveAllWithoutReply(caseId);
        clocks.cancelNextReply(caseId);
        return done(
                caseId,
                row ->
                        new Event.ReplyNotNeeded(
                                caseId, row.brandId(), actor.memberId(), reason.name()));
    }

    /// The customer wrote something that wants a reply. What was written before we began to wait is
    /// not what we wait for.
    void cameBack(CaseRow row, long mentionId, Instant wroteAt) {
        if (rows.cameBack(row.id(), wroteAt) == 1) {
            clocks.goOn(row.id());
            dues.settle(row.id(), row.episode());
            events.append(new Event.CustomerCameBack(row.id(), row.brandId(), mentionId));
        }
    }

    private Outcome done(long caseId, Function<CaseRow, Event> event) {
        var row = rows.findById(caseId).orElseThrow();
        dues.settle(caseId, row.episode());
        events.append(event.apply(row));
        return new Outcome.Done(Case.of(rows.findById(caseId).orElseThrow()));
    }
}
