package firsthour.triage;

import static firsthour.language.Texts.t;

import firsthour.clocks.Clocks;
import firsthour.events.Event;
import firsthour.events.EventLog;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;

/// One case of a deed on many, in a transaction of its own.
@Singleton
class BulkStep {
    private final BulkRows rows;
    private final Cases cases;
    private final Waiting waiting;
    private final CaseRows caseRows;
    private final TriageRows triage;
    private final Clocks clocks;
    private final Dues dues;
    private final EventLog events;

    BulkStep(
            BulkRows rows,
            Cases cases,
            Waiting waiting,
            CaseRows caseRows,
            TriageRows triage,
            Clocks clocks,
            Dues dues,
            EventLog events) {
        this.rows = rows;
        this.cases = cases;
        this.waiting = waiting;
        this.caseRows = caseRows;
        this.triage = triage;
        this.clocks = clocks;
        this.dues = dues;
        this.events = events;
    }

    /// Does a deed to one case, and notes what it changed. That an outcome is "done" does not tell:
    /// a case that was the person's already is claimed without a change.
    @Transactional(isolation = Isolation.READ_COMMITTED)
    void take(long bulk, Bulk.Picked picked, BulkDeed deed, Actor actor) {
        takeTurn(deed.kind(), picked.caseId());
        var before = rows.lock(picked.caseId()).orElse(null);
        if (before == null) {
            return;
        }
        var wanted = rows.findWanted(before.id()).orElse(null);
        var outcome = act(picked, deed, actor);
        if (outcome instanceof Outcome.Done(Case after) && after.version() > before.version()) {
            rows.noteDone(
                    bulk,
                    before.id(),
                    after.version(),
                    before.assigneeId(),
                    before.claimedAt(),
                    before.leftAt(),
                    before.unattendedAt(),
                    before.offeredToId(),
                    before.offeredAt(),
                    wanted);
        } else {
            rows.noteRefused(bulk, before.id(), brief(outcome, before, deed.kind()), full(outcome));
        }
    }

    /// Notes that a case could not be worked on.
    @Transactional(isolation = Isolation.READ_COMMITTED)
    void noteFailed(long bulk, long caseId) {
        rows.noteRefused(
                bulk,
                caseId,
                t("not possible just now"),
                t("It did not go through. Try it again."));
    }

    /// Puts one case back as it was, unless somebody worked on it since.
    ///
    /// @param doneAt when the deed began
    @Transactional(isolation = Isolation.READ_COMMITTED)
    void putBack(long bulk, long caseId, BulkDeed.Kind kind, Instant doneAt, Actor actor) {
        takeTurn(kind, caseId);
        // The case before what was noted of it: that is read once nobody else can change it.
        var row = caseRows.lock(caseId).orElse(null);
        var changed = rows.findChanged(bulk, caseId).orElse(null);
        if (row == null || changed == null) {
            return;
        }
        boolean done =
                switch (kind) {
                    case CLAIM -> unclaim(changed, actor);
                    case RELEASE -> unrelease(changed);
                    case DISMISS -> undismiss(changed, actor);
                    case LEAVE -> wantAgain(changed, row.episode(), doneAt);
                };
        if (!done) {
            rows.noteKept(
                    bulk,
                    caseId,
                    t("somebody worked on it meanwhile"),
                    t("Somebody worked on it meanwhile: it stays as it is."));
            return;
        }
        if (kind != BulkDeed.Kind.DISMISS) {
            events.append(
                    new Event.DeedTakenBack(caseId, row.brandId(), actor.memberId(), kind.name()));
        }
        rows.notePutBack(bulk, caseId);
    }

    /// Notes that a case could not be put back.
    @Transactional(isolation = Isolation.READ_COMMITTED)
    void noteKept(long bulk, long caseId) {
        rows.noteKept(
                bulk,
                caseId,
                t("not possible just now"),
                t("It did not go through. Look at the case and mend it there."));
    }

    /// Leaving without a reply, and taking that back, change mentions as well as the case.
    private void takeTurn(BulkDeed.Kind kind, long caseId) {
        if (kind == BulkDeed.Kind.LEAVE) {
            triage.takeTurnOfCase(caseId);
        }
    }

    private Outcome act(Bulk.Picked picked, BulkDeed deed, Actor actor) {
        long id = picked.caseId();
        long version = picked.version();
        return switch (deed) {
            case BulkDeed.Claim _ -> cases.claim(id, version, actor);
            case BulkDeed.Release _ -> cases.release(id, version, actor);
            case BulkDeed.Dismiss(DismissalReason reason, String note) ->
                    cases.dismiss(id, version, actor, reason, note);
            case BulkDeed.Leave(NoReplyReason reason) ->
                    waiting.leaveUnanswered(id, version, actor, reason);
        };
    }

    private boolean unclaim(BulkRows.Changed was, Actor actor) {
        if (rows.unclaim(
                        was.caseId(),
                        was.version(),
                        actor.memberId(),
                        was.leftAt(),
                        was.unattendedAt())
                == 0) {
            return false;
        }
        rows.forgetHolding(was.caseId(), actor.memberId());
        return true;
    }

    private boolean unrelease(BulkRows.Changed was) {
        if (rows.unrelease(
                        was.caseId(),
                        was.version(),
                        was.assigneeId(),
                        was.claimedAt(),
                        was.leftAt(),
                        was.unattendedAt())
                == 0) {
            return false;
        }
        rows.goOnHolding(was.caseId(), was.assigneeId());
        offerAgain(was);
        return true;
    }

    private boolean undismiss(BulkRows.Changed was, Actor actor) {
        if (!(cases.undoClosing(was.caseId(), was.version(), actor) instanceof Outcome.Done)) {
            return false;
        }
        offerAgain(was);
        return true;
    }

    private boolean wantAgain(BulkRows.Changed was, int episode, Instant doneAt) {
        if (rows.touchSeen(was.caseId(), was.version()) == 0) {
            return false;
        }
        if (was.wantedReply() != null) {
            rows.wantAgain(was.caseId(), was.wantedReply());
        }
        clocks.resume(was.caseId(), episode, doneAt);
        dues.settle(was.caseId(), episode);
        return true;
    }

    private void offerAgain(BulkRows.Changed was) {
        if (was.offeredToId() != null) {
            rows.offerAgain(was.caseId(), was.offeredToId(), was.offeredAt());
            rows.unsettle(was.caseId());
        }
    }

    private static String brief(Outcome outcome, BulkRows.Before before, BulkDeed.Kind kind) {
        return switch (outcome) {
            case Outcome.Done _ -> t("yours already");
            case Outcome.TakenBy(String name) -> t("taken by {0}", name);
            case Outcome.Stale _ -> t("changed meanwhile");
            case Outcome.NotPossible _ -> inTheWay(before, kind);
        };
    }

    /// How a case stood that the deed was not possible on, so that a number may stand before it;
    /// its own page says more.
    private static String inTheWay(BulkRows.Before before, BulkDeed.Kind kind) {
        return switch (before.state()) {
            case RESOLVED, DISMISSED -> t("closed already");
            case MERGED -> t("merged into another");
            case OPEN ->
                    switch (kind) {
                        case CLAIM -> t("meant for a team");
                        case RELEASE -> t("unclaimed");
                        case DISMISS -> t("unclaimed (claim first)");
                        case LEAVE -> unleavable(before);
                    };
        };
    }

    private static String unleavable(BulkRows.Before before) {
        if (before.assigneeId() == null) {
            return t("unclaimed (claim first)");
        }
        return before.lastWordAt() == null
                ? t("without a public word of ours")
                : t("owed no reply");
    }

    private static String full(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> t("You have it already.");
            case Outcome.TakenBy(String name) -> t("{0} has it.", name);
            case Outcome.Stale(String change) -> change;
            case Outcome.NotPossible(String advice) -> advice;
        };
    }
}
