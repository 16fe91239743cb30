package firsthour.triage;

import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import firsthour.clocks.Clocks;
import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// What people decide about cases. Agents claim what nobody has, and work on what they have
/// claimed; managers may act on what others have. Nobody acts on an unclaimed case: one person
/// keeps it.
///
/// Every deed names the version that the person saw, and none throws for what people may expect.
@Singleton
public class Cases {
    /// Characters of a note for colleagues.
    public static final int MOST_NOTE = 2000;

    /// Longer than the button stands on the page, so that a slow answer is no refusal.
    static final Duration UNDO_WITHIN = Duration.ofMinutes(1);

    private final CaseRows rows;
    private final TriageRows triage;
    private final Refusals refusals;
    private final Clocks clocks;
    private final Episodes episodes;
    private final Dues dues;
    private final Custody custody;
    private final PriorityJson json;
    private final EventLog events;
    private final Clock clock;

    Cases(
            CaseRows rows,
            TriageRows triage,
            Refusals refusals,
            Clocks clocks,
            Episodes episodes,
            Dues dues,
            Custody custody,
            PriorityJson json,
            EventLog events,
            Clock clock) {
        this.rows = rows;
        this.triage = triage;
        this.refusals = refusals;
        this.clocks = clocks;
        this.episodes = episodes;
        this.dues = dues;
        this.custody = custody;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /// Finds a case as it stands.
    @Transactional(readOnly = true)
    public Optional<Case> find(long caseId) {
        return rows.findById(caseId).map(Case::of);
    }

    /// Takes a case that nobody has: of two at once one wins.
    @Transactional
    public Outcome claim(long caseId, long version, Actor actor) {
        if (!actor.mayWork()) {
            return Refusals.readsOnly();
        }
        if (rows.claim(caseId, version, actor.memberId(), actor.mayOverrule(), clock.instant())
                == 0) {
            return refusals.ofClaim(caseId, version, actor);
        }
        custody.taken(caseId, actor.memberId());
        return done(
                caseId, row -> new Event.CaseClaimed(row.id(), row.brandId(), actor.memberId()));
    }

    /// Gives a case back.
    @Transactional
    public Outcome release(long caseId, long version, Actor actor) {
        if (!actor.mayWork()) {
            return Refusals.readsOnly();
        }
        if (rows.release(caseId, version, actor.memberId(), actor.mayOverrule(), clock.instant())
                == 0) {
            return refusals.ofWork(caseId, version, actor);
        }
        custody.letGo(caseId);
        return done(
                caseId, row -> new Event.CaseReleased(row.id(), row.brandId(), actor.memberId()));
    }

    /// Closes a case without a reply. Its clocks stop; what was breached stays breached.
    ///
    /// @param note words for colleagues; at most [#MOST_NOTE] characters
    @Transactional
    public Outcome dismiss(
            long caseId, long version, Actor actor, DismissalReason reason, String note) {
        if (!actor.mayWork()) {
            return Refusals.readsOnly();
        }
        var clean = note.strip();
        if (clean.length() > MOST_NOTE) {
            return new Outcome.NotPossible(
                    t(
                            "The note is too long: {0} of {1} characters. Shorten it.",
                            number(clean.length()), number(MOST_NOTE)));
        }
        if (rows.dismiss(
                        caseId,
                        version,
                        actor.memberId(),
                        actor.mayOverrule(),
                        reason,
                        clean.isEmpty() ? null : clean,
                        clock.instant())
                == 0) {
            return refusals.ofWork(caseId, version, actor);
        }
        var outcome =
                done(
                        caseId,
                        row ->
                                new Event.CaseDismissed(
                                        row.id(), row.brandId(), actor.memberId(), reason.name()));
        clocks.cancel(caseId);
        custody.closed(caseId);
        return outcome;
    }

    /// Closes a case that was answered. What is owed yet is owed no more.
    @Transactional
    public Outcome resolve(long caseId, long version, Actor actor) {
        if (!actor.mayWork()) {
            return Refusals.readsOnly();
        }
        if (rows.resolve(caseId, version, actor.memberId(), actor.mayOverrule(), clock.instant())
                == 0) {
            return refusals.ofWork(caseId, version, actor);
        }
        var outcome =
                done(
                        caseId,
                        row -> new Event.CaseResolved(row.id(), row.brandId(), actor.memberId()));
        clocks.cancel(caseId);
        custody.closed(caseId);
        return outcome;
    }

    /// Takes a closing back that was a slip: the episode goes on with its clocks, its lateness and
    /// its priority. Later than [#UNDO_WITHIN] a case is reopened instead.
    @Transactional
    public Outcome undoClosing(long caseId, long version, Actor actor) {
        if (!actor.mayWork()) {
            return Refusals.readsOnly();
        }
        var since = clock.instant().minus(UNDO_WITHIN);
        var closedAt = rows.findById(caseId).map(CaseRow::closedAt).orElse(null);
        if (closedAt == null
                || rows.undoClosing(caseId, version, actor.memberId(), actor.mayOverrule(), since)
                        == 0) {
            return refusals.ofUndoing(caseId, version, actor, since);
        }
        var row = get(caseId);
        clocks.resume(caseId, row.episode(), closedAt);
        if (row.waitingSince() != null) {
            clocks.pause(caseId);
        }
        dues.settle(caseId, row.episode());
        return done(
                caseId,
                undone -> new Event.CaseClosingUndone(caseId, row.brandId(), actor.memberId()));
    }

    /// Opens a closed case again: a new episode with new clocks, kept by whoever had it. Where that
    /// person is gone or away, whoever stands in has it, else the rules say who.
    @Transactional
    public Outcome reopen(long caseId, long version, Actor actor) {
        if (!actor.mayWork()) {
            return Refusals.readsOnly();
        }
        var now = clock.instant();
        triage.takeTurnOfCase(caseId);
        if (rows.reopen(caseId, version, now) == 0) {
            return refusals.ofReopening(caseId, version);
        }
        var row = get(caseId);
        events.append(
                new Event.CaseReopened(caseId, row.brandId(), actor.memberId(), row.episode()));
        episodes.begin(row, now);
        var before = json.read(row.priority(), row.priorityReasons());
        var fresh = before.lowered();
        if (!fresh.equals(before)) {
            rows.setPriority(caseId, fresh.points(), json.write(fresh));
        }
        custody.reopened(caseId);
        return new Outcome.Done(Case.of(get(caseId)));
    }

    private Outcome done(long caseId, Function<CaseRow, Event> event) {
        var row = get(caseId);
        events.append(event.apply(row));
        return new Outcome.Done(Case.of(row));
    }

    private CaseRow get(long caseId) {
        return rows.findById(caseId)
                .orElseThrow(() -> new IllegalStateException("Case " + caseId + " is gone"));
    }
}
