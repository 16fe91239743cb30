package firsthour.triage;

import static firsthour.language.Texts.t;

import firsthour.clocks.Clocks;
import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import firsthour.triage.SplitRows.Taken;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Takes posts out of a case that are about something else, into a case of their own.
@Singleton
public class Splitting {
    private final SplitRows rows;
    private final CaseRows cases;
    private final MergeRows merges;
    private final TriageRows triage;
    private final Threads threads;
    private final Casework casework;
    private final Mergers mergers;
    private final Refusals refusals;
    private final Clocks clocks;
    private final Episodes episodes;
    private final Dues dues;
    private final Custody custody;
    private final EventLog events;
    private final Clock clock;

    Splitting(
            SplitRows rows,
            CaseRows cases,
            MergeRows merges,
            TriageRows triage,
            Threads threads,
            Casework casework,
            Mergers mergers,
            Refusals refusals,
            Clocks clocks,
            Episodes episodes,
            Dues dues,
            Custody custody,
            EventLog events,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.merges = merges;
        this.triage = triage;
        this.threads = threads;
        this.casework = casework;
        this.mergers = mergers;
        this.refusals = refusals;
        this.clocks = clocks;
        this.episodes = episodes;
        this.dues = dues;
        this.custody = custody;
        this.events = events;
        this.clock = clock;
    }

    /// Takes them out. The clocks of the new case run from when the first of them was detected, and
    /// whoever has the one has the other, unless a rule gives it to somebody.
    ///
    /// @param version of the case, as the person saw it
    /// @param mentionIds one or more, but not the one that opened the case
    /// @return the new case
    @Transactional
    public Outcome split(long caseId, long version, Actor actor, Collection<Long> mentionIds) {
        if (!actor.mayWork()) {
            return Refusals.readsOnly();
        }
        mergers.lock(caseId, caseId);
        if (!cases.maySay(caseId, version, actor.memberId(), actor.mayOverrule())) {
            return refusals.ofWork(caseId, version, actor);
        }
        var ids = mentionIds.stream().distinct().toList();
        var taken = ids.isEmpty() ? List.<Taken>of() : rows.find(caseId, ids);
        if (taken.isEmpty() || taken.size() != ids.size()) {
            return new Outcome.NotPossible(t("Nothing was changed: choose posts of this case."));
        }
        if (rows.anyOpened(ids)) {
            return new Outcome.NotPossible(
                    t(
                            "The post that opened a case stays with it. Take the others out, or split back what was merged."));
        }
        if (rows.anyAnswering(caseId, ids)) {
            return new Outcome.NotPossible(
                    t(
                            "A reply to one of these posts is still on its way. Wait until it is sent, or give it up first."));
        }
        return new Outcome.Done(Case.of(take(get(caseId), taken, actor)));
    }

    private CaseRow take(CaseRow from, List<Taken> taken, Actor actor) {
        var ids = taken.stream().map(Taken::id).toList();
        // Stored, and said again in each reader's language by ReasonWords.
        var why = "Taken out of case %d by a person".formatted(from.id());
        var opened = open(from, taken, why);
        rows.move(ids, opened, why);
        if (from.assigneeId() != null
                && merges.inherit(opened, from.assigneeId(), clock.instant()) == 1) {
            custody.taken(opened, from.assigneeId());
        }
        clocks.cancelAsked(from.id(), taken.stream().map(Taken::publishedAt).toList());
        episodes.listen(from.id());
        dues.settle(from.id(), from.episode());
        cases.touch(from.id());
        cases.lookForSigns(from.id());
        cases.lookForSigns(opened);
        events.append(new Event.CaseSplit(from.id(), from.brandId(), actor.memberId(), opened));
        events.append(new Event.CaseSplitOff(opened, from.brandId(), actor.memberId(), from.id()));
        return get(opened);
    }

    private long open(CaseRow from, List<Taken> taken, String why) {
        var row = triage.findFacts(List.of(taken.getFirst().id())).getFirst();
        var facts =
                row.facts(List.of(), Optional.empty(), threads.countEarlier(row), clock.instant());
        var detected =
                taken.stream()
                        .map(Taken::detectedAt)
                        .min(Comparator.<Instant>naturalOrder())
                        .orElseThrow();
        return casework.open(facts, new Decision.Opens(from.kind(), detected, why));
    }

    private CaseRow get(long caseId) {
        return cases.findById(caseId)
                .orElseThrow(() -> new IllegalStateException("Case " + caseId + " is gone"));
    }
}
