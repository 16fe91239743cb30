package firsthour.triage;

import static firsthour.language.Texts.t;

import firsthour.events.Event;
import firsthour.events.EventLog;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;

/// Tells a person why a conditional update changed nothing.
@Singleton
class Refusals {
    /// What makes a case differ from what a person saw.
    private static final Set<Class<? extends Event>> CHANGES =
            Set.of(
                    Event.MentionJoined.class,
                    Event.CaseClaimed.class,
                    Event.CaseReleased.class,
                    Event.CaseDismissed.class,
                    Event.CaseResolved.class,
                    Event.CaseReopened.class,
                    Event.CaseClosingUndone.class,
                    Event.CaseMerged.class,
                    Event.CaseSplit.class,
                    Event.CaseTookIn.class,
                    Event.CaseSplitBack.class,
                    Event.CaseGaveBack.class,
                    Event.DeedTakenBack.class,
                    Event.CaseAssigned.class,
                    Event.CaseCovered.class,
                    Event.CaseLeftBehind.class,
                    Event.HandoverOffered.class,
                    Event.HandoverAccepted.class,
                    Event.HandoverDeclined.class,
                    Event.HandoverTakenBack.class,
                    Event.HandoverLapsed.class,
                    Event.HelpAsked.class,
                    Event.HelpGiven.class,
                    Event.SecondLookAsked.class,
                    Event.SecondLookGiven.class,
                    Event.SecondLookSentBack.class,
                    Event.SecondLookWithdrawn.class,
                    Event.WaitingBegan.class,
                    Event.CaseReopenedByCustomer.class,
                    Event.WaitingEnded.class,
                    Event.ReplyNotNeeded.class,
                    Event.ReplyRecorded.class,
                    Event.PrivateContactRecorded.class,
                    Event.ReplyFound.class);

    private final CaseRows rows;
    private final PeopleRows people;
    private final EventLog events;

    Refusals(CaseRows rows, PeopleRows people, EventLog events) {
        this.rows = rows;
        this.people = people;
        this.events = events;
    }

    /// Why a person could not claim.
    Outcome ofClaim(long caseId, long version, Actor actor) {
        var row = rows.findById(caseId).orElse(null);
        if (row == null) {
            return missing(caseId);
        }
        if (row.state() != CaseState.OPEN) {
            return closed(row, version);
        }
        if (row.assigneeId() == null) {
            return row.version() == version && row.teamId() != null
                    ? new Outcome.NotPossible(
                            t(
                                    "This case is for {0}. Leave it to them, or ask a manager; what nobody of them takes in time, anybody may.",
                                    people.findTeamName(row.teamId()).orElse(t("a team"))))
                    : stale(caseId);
        }
        return row.assigneeId() == actor.memberId()
                ? new Outcome.Done(Case.of(row))
                : new Outcome.TakenBy(name(row.assigneeId()));
    }

    /// Why a person could not work on an open case.
    Outcome ofWork(long caseId, long version, Actor actor) {
        var row = rows.findById(caseId).orElse(null);
        if (row == null) {
            return missing(caseId);
        }
        if (row.state() != CaseState.OPEN) {
            return closed(row, version);
        }
        if (row.assigneeId() != null
                && row.assigneeId() != actor.memberId()
                && !actor.mayOverrule()) {
            return new Outcome.TakenBy(name(row.assigneeId()));
        }
        if (row.version() != version) {
            return stale(caseId);
        }
        return row.assigneeId() == null
                ? new Outcome.NotPossible(t("Nobody has this case yet. Claim it first."))
                : new Outcome.NotPossible(
                        t(
                                "There is no answer on this case yet. Record the answer, or dismiss the case with a reason."));
    }

    /// Why a closing could not be undone.
    ///
    /// @param since when it may have been closed and still be undone
    Outcome ofUndoing(long caseId, long version, Actor actor, Instant since) {
        var row = rows.findById(caseId).orElse(null);
        if (row == null) {
            return missing(caseId);
        }
        if (row.mergedIntoId() != null) {
            return merged(caseId, row.mergedIntoId());
        }
        var closedAt = row.closedAt();
        if (closedAt != null
                && !closedAt.isBefore(since)
                && row.assigneeId() != null
                && row.assigneeId() != actor.memberId()
                && !actor.mayOverrule()) {
            return new Outcome.TakenBy(name(row.assigneeId()));
        }
        if (row.version() != version) {
            return stale(caseId);
        }
        return row.state() == CaseState.OPEN
                ? new Outcome.NotPossible(t("The case is open already. Go on with it."))
                : new Outcome.NotPossible(
                        t(
                                "It can no longer be undone. Reopen the case: new clocks run from then."));
    }

    /// Why a person could not reopen.
    Outcome ofReopening(long caseId, long version) {
        var row = rows.findById(caseId).orElse(null);
        if (row == null) {
            return missing(caseId);
        }
        if (row.mergedIntoId() != null) {
            return merged(caseId, row.mergedIntoId());
        }
        return row.state() == CaseState.OPEN && row.version() == version
                ? new Outcome.NotPossible(t("The case is open already. Go on with it."))
                : stale(caseId);
    }

    /// Why something could not be done to a case that is closed, or that has changed.
    Outcome ofClosedOrStale(long caseId, long version) {
        var row = rows.findById(caseId).orElse(null);
        if (row == null) {
            return missing(caseId);
        }
        return row.state() == CaseState.OPEN ? stale(caseId) : closed(row, version);
    }

    /// Why a person could not begin or end the waiting for a customer.
    Outcome ofWaiting(long caseId, long version, Actor actor) {
        return ofOwnWork(
                caseId,
                version,
                actor,
                row -> {
                    if (row.waitingSince() != null) {
                        return t("The customer is waited for already. End the waiting to go on.");
                    }
                    return row.acknowledgedAt() == null
                            ? t(
                                    "There is no public word of ours yet: the customer cannot know that we wait. Acknowledge or answer first.")
                            : t("Nobody waits for the customer on this case. Go on with it.");
                });
    }

    /// Why what a customer wrote could not be left without a reply.
    Outcome ofLeaving(long caseId, long version, Actor actor) {
        return ofOwnWork(
                caseId,
                version,
                actor,
                row ->
                        row.lastWordAt() == null
                                ? t(
                                        "There is no public word of ours yet. Acknowledge or answer, or dismiss the case with a reason.")
                                : t(
                                        "No reply is owed on this case. Resolve it, or wait for the customer."));
    }

    /// As [#ofWork], for what whoever has the case could not do in its state.
    private Outcome ofOwnWork(
            long caseId, long version, Actor actor, Function<CaseRow, String> advice) {
        var row = rows.findById(caseId).orElse(null);
        return row != null
                        && row.state() == CaseState.OPEN
                        && row.version() == version
                        && row.assigneeId() != null
                        && (row.assigneeId() == actor.memberId() || actor.mayOverrule())
                ? new Outcome.NotPossible(advice.apply(row))
                : ofWork(caseId, version, actor);
    }

    /// Why nothing can be done to a case that is another one by now.
    static Outcome merged(long caseId, long survivorId) {
        return new Outcome.NotPossible(
                t("Case {0} was merged into case {1}. Go on there.", caseId, survivorId));
    }

    static Outcome readsOnly() {
        return new Outcome.NotPossible(
                t("Viewers read only. Ask an administrator for the role of an agent."));
    }

    String name(long memberId) {
        return people.findName(memberId).orElse(t("Somebody who is gone"));
    }

    private Outcome closed(CaseRow row, long version) {
        if (row.mergedIntoId() != null) {
            return merged(row.id(), row.mergedIntoId());
        }
        return row.version() == version
                ? new Outcome.NotPossible(t("The case is closed. Reopen it first."))
                : stale(row.id());
    }

    private Outcome stale(long caseId) {
        return new Outcome.Stale(
                events.findByCase(caseId).reversed().stream()
                        .map(EventLog.Recorded::event)
                        .filter(event -> CHANGES.contains(event.getClass()))
                        .findFirst()
                        .flatMap(event -> EventWords.say(event, this::name))
                        .orElse(t("The case has changed.")));
    }

    private static Outcome missing(long caseId) {
        return new Outcome.NotPossible(t("There is no case {0}.", caseId));
    }
}
