package firsthour.triage;

import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.team.Availability;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Hands cases over. An offer goes out with a note, and the case stays with who has it until the
/// other accepts: somebody always keeps the customer's problem. Asking for help moves nothing.
@Singleton
public class Handovers {
    /// Characters of a note, of a question and of its answer.
    public static final int MOST_NOTE = 2000;

    private final CaseRows cases;
    private final HandoverRows rows;
    private final RoutingRows routing;
    private final Holdings holdings;
    private final OwnershipRefusals refusals;
    private final EventLog events;
    private final Clock clock;

    Handovers(
            CaseRows cases,
            HandoverRows rows,
            RoutingRows routing,
            Holdings holdings,
            OwnershipRefusals refusals,
            EventLog events,
            Clock clock) {
        this.cases = cases;
        this.rows = rows;
        this.routing = routing;
        this.holdings = holdings;
        this.refusals = refusals;
        this.events = events;
        this.clock = clock;
    }

    /// A colleague to whom a case may go.
    public record Colleague(long memberId, String name, int openCases) {}

    /// Who has a case, who had it, and who helps.
    @Transactional(readOnly = true)
    public Ownership find(long caseId) {
        return new Ownership(
                holdings.find(caseId),
                rows.find(caseId),
                rows.findHelp(caseId).stream().map(HandoverRows.AskedRow::help).toList());
    }

    /// Everybody who is here and may work cases.
    @Transactional(readOnly = true)
    public List<Colleague> listColleagues() {
        return routing
                .findCandidates(null, null, clock.instant(), Availability.USUAL_CAPACITY)
                .stream()
                .map(one -> new Colleague(one.memberId(), one.name(), one.openCases()))
                .toList();
    }

    /// Offers a case to somebody.
    ///
    /// @param note what the other has to know, 1 to [#MOST_NOTE] characters
    @Transactional
    public Outcome offer(long caseId, long version, Actor actor, long receiver, String note) {
        var wrong = check(actor, note, t("what your colleague has to know"));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var now = clock.instant();
        if (rows.offer(caseId, version, actor.memberId(), actor.mayOverrule(), receiver, now)
                == 0) {
            return refusals.ofOffer(caseId, version, actor, receiver);
        }
        rows.note(caseId, actor.memberId(), receiver, note.strip(), now);
        return done(
                caseId,
                row ->
                        new Event.HandoverOffered(
                                row.id(), row.brandId(), actor.memberId(), receiver));
    }

    /// Takes a case that was offered.
    @Transactional
    public Outcome accept(long caseId, long version, Actor actor) {
        if (!actor.mayWork()) {
            return Refusals.readsOnly();
        }
        var before = cases.findById(caseId).orElse(null);
        var now = clock.instant();
        if (before == null || rows.accept(caseId, version, actor.memberId(), now) == 0) {
            return refusals.ofAccepting(caseId, version, actor);
        }
        rows.settle(caseId, "ACCEPTED", now);
        holdings.begin(caseId, actor.memberId(), Holding.Way.HANDED_OVER);
        long giver = before.assigneeId() == null ? 0 : before.assigneeId();
        return done(
                caseId,
                row ->
                        new Event.HandoverAccepted(
                                row.id(), row.brandId(), actor.memberId(), giver));
    }

    /// Leaves a case that was offered where it is.
    @Transactional
    public Outcome decline(long caseId, long version, Actor actor) {
        if (!actor.mayWork()) {
            return Refusals.readsOnly();
        }
        if (rows.decline(caseId, version, actor.memberId()) == 0) {
            return refusals.ofDeclining(caseId, version, actor);
        }
        rows.settle(caseId, "DECLINED", clock.instant());
        return done(
                caseId,
                row ->
                        new Event.HandoverDeclined(
                                row.id(),
                                row.brandId(),
                                actor.memberId(),
                                row.assigneeId() == null ? 0 : row.assigneeId()));
    }

    /// Takes an offer back that was not answered yet.
    @Transactional
    public Outcome takeBack(long caseId, long version, Actor actor) {
        if (!actor.mayWork()) {
            return Refusals.readsOnly();
        }
        var receiver = cases.findById(caseId).map(CaseRow::offeredToId).orElse(0L);
        if (rows.takeBack(caseId, version, actor.memberId(), actor.mayOverrule()) == 0) {
            return refusals.ofTakingBack(caseId, version, actor);
        }
        rows.settle(caseId, "TAKEN_BACK", clock.instant());
        return done(
                caseId,
                row ->
                        new Event.HandoverTakenBack(
                                row.id(), row.brandId(), actor.memberId(), receiver));
    }

    /// Asks somebody about a case, which stays where it is.
    ///
    /// @param question 1 to [#MOST_NOTE] characters
    @Transactional
    public Outcome ask(long caseId, long version, Actor actor, long helper, String question) {
        var wrong = check(actor, question, t("what you ask"));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (rows.mayAsk(caseId, version, actor.memberId(), actor.mayOverrule(), helper) == 0) {
            return refusals.ofAsking(caseId, version, actor, helper);
        }
        rows.ask(caseId, actor.memberId(), helper, question.strip(), clock.instant());
        return done(
                caseId,
                row -> new Event.HelpAsked(row.id(), row.brandId(), actor.memberId(), helper));
    }

    /// Answers a colleague's question. It does not matter what else became of the case meanwhile:
    /// where it was merged, the question went along.
    ///
    /// @param words 1 to [#MOST_NOTE] characters
    @Transactional
    public Outcome help(long caseId, long helpId, Actor actor, String words) {
        var wrong = check(actor, words, t("your answer"));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        long home = lockSurvivor(caseId);
        if (rows.answer(helpId, home, actor.memberId(), words.strip(), clock.instant()) == 0) {
            return new Outcome.NotPossible(
                    t(
                            "This question was answered already, or was not yours. Nothing was changed; look at the case again."));
        }
        cases.touch(home);
        long asker =
                rows.findHelp(home).stream()
                        .filter(each -> each.id() == helpId)
                        .mapToLong(HandoverRows.AskedRow::askerId)
                        .findFirst()
                        .orElse(0);
        return done(
                home, row -> new Event.HelpGiven(row.id(), row.brandId(), actor.memberId(), asker));
    }

    /// The case before its questions, as merging locks them.
    private long lockSurvivor(long caseId) {
        return cases.findById(caseId)
                .map(row -> row.mergedIntoId() == null ? caseId : row.mergedIntoId())
                .flatMap(cases::lock)
                .map(CaseRow::id)
                .orElse(caseId);
    }

    private static Optional<Outcome> check(Actor actor, String words, String what) {
        if (!actor.mayWork()) {
            return Optional.of(Refusals.readsOnly());
        }
        int length = words.strip().length();
        if (length == 0) {
            return Optional.of(
                    new Outcome.NotPossible(t("Nothing was changed: write {0} first.", what)));
        }
        return length > MOST_NOTE
                ? Optional.of(
                        new Outcome.NotPossible(
                                t(
                                        "That is too long: {0} of {1} characters. Shorten it.",
                                        number(length), number(MOST_NOTE))))
                : Optional.empty();
    }

    private Outcome done(long caseId, Function<CaseRow, Event> event) {
        var row = get(caseId);
        events.append(event.apply(row));
        return new Outcome.Done(Case.of(row));
    }

    private CaseRow get(long caseId) {
        return cases.findById(caseId)
                .orElseThrow(() -> new IllegalStateException("Case " + caseId + " is gone"));
    }
}
