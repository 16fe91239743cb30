package firsthour.triage;

import static firsthour.language.Texts.t;

import firsthour.time.Clock;
import jakarta.inject.Singleton;

/// Tells a person why a case was not handed over, and nobody asked.
@Singleton
class OwnershipRefusals {
    private final CaseRows cases;
    private final HandoverRows rows;
    private final Refusals refusals;
    private final Clock clock;

    OwnershipRefusals(CaseRows cases, HandoverRows rows, Refusals refusals, Clock clock) {
        this.cases = cases;
        this.rows = rows;
        this.refusals = refusals;
        this.clock = clock;
    }

    /// Why a case was not offered.
    Outcome ofOffer(long caseId, long version, Actor actor, long receiver) {
        var row = cases.findById(caseId).orElse(null);
        if (row == null || isNotTheirs(row, version, actor)) {
            return refusals.ofWork(caseId, version, actor);
        }
        if (row.offeredToId() != null) {
            return new Outcome.NotPossible(
                    t(
                            "The case is offered to {0} already. Take that back first.",
                            refusals.name(row.offeredToId())));
        }
        var other = rows.findReceiver(receiver, clock.instant()).orElse(null);
        if (other == null || !other.worksCases()) {
            return new Outcome.NotPossible(
                    t("Nothing was changed: choose a colleague who may work cases."));
        }
        if (row.assigneeId() != null && row.assigneeId() == receiver) {
            return new Outcome.NotPossible(t("{0} has this case already.", other.name()));
        }
        if (other.isAway()) {
            return new Outcome.NotPossible(
                    other.cover() == null
                            ? t("{0} is away. Choose somebody who is here.", other.name())
                            : t(
                                    "{0} is away, and {1} stands in. Offer it to {2}.",
                                    other.name(), other.cover(), other.cover()));
        }
        return refusals.ofWork(caseId, version, actor);
    }

    /// Why a person could not take or decline what was offered.
    Outcome ofDeclining(long caseId, long version, Actor actor) {
        return ofAccepting(caseId, version, actor) instanceof Outcome.Done
                ? new Outcome.NotPossible(
                        t("You have this case already. Hand it over, or release it."))
                : ofAccepting(caseId, version, actor);
    }

    /// Why an offer could not be accepted; whoever has the case already has accepted it, unless it
    /// was closed since.
    Outcome ofAccepting(long caseId, long version, Actor actor) {
        var row = cases.findById(caseId).orElse(null);
        if (row == null || row.state() != CaseState.OPEN) {
            return refusals.ofClosedOrStale(caseId, version);
        }
        if (row.assigneeId() != null && row.assigneeId() == actor.memberId()) {
            return new Outcome.Done(Case.of(row));
        }
        return row.version() == version
                ? new Outcome.NotPossible(
                        t(
                                "This case is not offered to you. Nothing was changed; ask whoever has it."))
                : refusals.ofClosedOrStale(caseId, version);
    }

    /// Why an offer could not be taken back.
    Outcome ofTakingBack(long caseId, long version, Actor actor) {
        var row = cases.findById(caseId).orElse(null);
        return row == null || isNotTheirs(row, version, actor)
                ? refusals.ofWork(caseId, version, actor)
                : new Outcome.NotPossible(
                        t("The case is not offered to anybody. Hand it over first."));
    }

    /// Why nobody was asked.
    Outcome ofAsking(long caseId, long version, Actor actor, long helper) {
        var row = cases.findById(caseId).orElse(null);
        if (row == null || isNotTheirs(row, version, actor)) {
            return refusals.ofWork(caseId, version, actor);
        }
        if (helper == actor.memberId()) {
            return new Outcome.NotPossible(t("Nothing was changed: ask a colleague."));
        }
        var other = rows.findReceiver(helper, clock.instant()).orElse(null);
        return other == null || !other.worksCases()
                ? new Outcome.NotPossible(
                        t("Nothing was changed: choose a colleague who may work cases."))
                : new Outcome.NotPossible(
                        t("{0} is asked already, and has not answered yet.", other.name()));
    }

    private static boolean isNotTheirs(CaseRow row, long version, Actor actor) {
        return row.state() != CaseState.OPEN
                || row.version() != version
                || row.assigneeId() == null
                || (row.assigneeId() != actor.memberId() && !actor.mayOverrule());
    }
}
