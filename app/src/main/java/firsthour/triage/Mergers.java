package firsthour.triage;

import firsthour.clocks.Clocks;
import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes one case of two, and two of it again: what stands on cases, with their posts and clocks.
/// The words that were said move between beginning and end, and `firsthour.response` moves them.
///
/// Nothing becomes answered by it that was not. The clocks of the case that goes are called off and
/// never escalate; the one that stays owes at least what was due first.
@Singleton
public class Mergers {
    private static final int MOST_CHOICES = 30;

    private final MergeRows rows;
    private final CaseRows cases;
    private final TriageRows triage;
    private final HandoverRows handovers;
    private final MergeRefusals refusals;
    private final Clocks clocks;
    private final Episodes episodes;
    private final Waiting waiting;
    private final PublicWords words;
    private final Dues dues;
    private final Custody custody;
    private final EventLog events;
    private final Clock clock;

    Mergers(
            MergeRows rows,
            CaseRows cases,
            TriageRows triage,
            HandoverRows handovers,
            MergeRefusals refusals,
            Clocks clocks,
            Episodes episodes,
            Waiting waiting,
            PublicWords words,
            Dues dues,
            Custody custody,
            EventLog events,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.triage = triage;
        this.handovers = handovers;
        this.refusals = refusals;
        this.clocks = clocks;
        this.episodes = episodes;
        this.waiting = waiting;
        this.words = words;
        this.dues = dues;
        this.custody = custody;
        this.events = events;
        this.clock = clock;
    }

    /// Two cases that are to become one.
    ///
    /// @param version of the case, as the person saw it
    /// @param otherVersion of the other one; empty where the person named it without seeing it
    /// @param keepId which of both stays; empty for the older
    public record Pair(
            long caseId,
            long version,
            long otherId,
            OptionalLong otherVersion,
            OptionalLong keepId) {}

    /// What became of it.
    public sealed interface Merger {

        /// It goes on with the words of the case that goes, and then ends.
        ///
        /// @param id of the merging
        record Begun(long id, long mergedId, long survivorId) implements Merger {}

        /// Nothing was changed.
        ///
        /// @param outcome anything but done
        record Refused(Outcome outcome) implements Merger {}
    }

    /// What was merged into a case, the first first.
    @Transactional(readOnly = true)
    public List<MergedCase> findMerged(long caseId) {
        return rows.findMerged(caseId).stream().map(MergedCase.Read::told).toList();
    }

    /// The case that a case is by now: itself, or the one into which it was merged.
    @Transactional(readOnly = true)
    public long survivorOf(long caseId) {
        return cases.findById(caseId)
                .flatMap(row -> Optional.ofNullable(row.mergedIntoId()))
                .orElse(caseId);
    }

    /// Open cases with which somebody may merge a case, those of its customer first.
    @Transactional(readOnly = true)
    public List<MergeChoice> findChoices(long caseId, Actor actor) {
        return rows
                .findChoices(caseId, actor.memberId(), actor.mayOverrule(), MOST_CHOICES)
                .stream()
                .map(MergeChoice.Read::told)
                .toList();
    }

    /// Lets nobody else change two cases: before anything is looked at. Triage decides about one
    /// brand at a time and locks a case last, so whoever holds its turn may lock in any order.
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(long one, long other) {
        triage.takeTurnOfCase(one);
        rows.lock(one, other);
    }

    /// Why two cases, which are locked, do not become one; empty where they may.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Outcome> findRefusal(Pair pair, Actor actor) {
        return actor.mayWork()
                ? refusals.ofMerging(pair, actor)
                : Optional.of(Refusals.readsOnly());
    }

    /// Why a case, which is locked, does not become two again; empty where it may.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Outcome> findRefusalToSplit(
            long survivorId, long version, long mergedId, Actor actor) {
        return actor.mayWork()
                ? refusals.ofSplittingBack(survivorId, version, mergedId, actor)
                : Optional.of(Refusals.readsOnly());
    }

    /// Moves the posts of one case to the other. Both are locked.
    @Transactional(propagation = Propagation.MANDATORY)
    public Merger begin(Pair pair, Actor actor) {
        var refused = findRefusal(pair, actor);
        if (refused.isPresent()) {
            return new Merger.Refused(refused.get());
        }
        var kept = pair.keepId().orElse(Math.min(pair.caseId(), pair.otherId()));
        var survivor = get(kept);
        var merged = get(kept == pair.caseId() ? pair.otherId() : pair.caseId());
        var now = clock.instant();
        rows.note(merged.id(), survivor.id(), actor.memberId(), now);
        var id = rows.findStanding(merged.id()).orElseThrow().id();
        rows.merge(merged.id(), merged.version(), survivor.id(), now);
        clocks.cancel(merged.id());
        takeOfferBack(merged, actor);
        move(id, merged.id(), survivor.id());
        inherit(merged, survivor, now);
        events.append(
                new Event.CaseMerged(
                        merged.id(), merged.brandId(), actor.memberId(), survivor.id()));
        events.append(
                new Event.CaseTookIn(
                        survivor.id(), merged.brandId(), actor.memberId(), merged.id()));
        return new Merger.Begun(id, merged.id(), survivor.id());
    }

    /// Lets the case that stays listen to what was moved.
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome end(Merger.Begun merger) {
        var survivor = get(merger.survivorId());
        words.hearContacts(survivor.id());
        rows.findNewest(merger.id())
                .ifPresent(wrote -> waiting.cameBack(survivor, wrote.id(), wrote.publishedAt()));
        episodes.listen(survivor.id());
        dues.settle(survivor.id(), survivor.episode());
        cases.touch(survivor.id());
        cases.lookForSigns(merger.mergedId());
        cases.lookForSigns(survivor.id());
        rows.noteVersion(merger.id());
        return new Outcome.Done(Case.of(get(survivor.id())));
    }

    /// Gives a case that was merged its posts back, with its clocks as if it had never been merged.
    /// Both are locked.
    ///
    /// @param version of the case that stayed, as the person saw it
    @Transactional(propagation = Propagation.MANDATORY)
    public Merger beginSplit(long survivorId, long version, long mergedId, Actor actor) {
        var refused = findRefusalToSplit(survivorId, version, mergedId, actor);
        if (refused.isPresent()) {
            return new Merger.Refused(refused.get());
        }
        var standing = rows.findStanding(mergedId).orElseThrow();
        var survivor = get(survivorId);
        clocks.cancelAsked(survivorId, rows.findWritten(standing.id()));
        rows.bringMentionsBack(standing.id(), mergedId, survivorId);
        rows.bringQuestionsBack(standing.id(), mergedId, survivorId);
        rows.bringMergedBack(standing.id(), mergedId, survivorId);
        rows.unshareCause(standing.id());
        rows.splitBack(mergedId, survivorId);
        var merged = get(mergedId);
        clocks.resume(mergedId, merged.episode(), standing.mergedAt());
        restore(survivor, standing.id());
        rows.noteSplitBack(standing.id(), clock.instant());
        events.append(
                new Event.CaseGaveBack(survivorId, merged.brandId(), actor.memberId(), mergedId));
        events.append(
                new Event.CaseSplitBack(mergedId, merged.brandId(), actor.memberId(), survivorId));
        return new Merger.Begun(standing.id(), mergedId, survivorId);
    }

    /// Lets both listen to what is their own again.
    ///
    /// @return the case from which the other was split
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome endSplit(Merger.Begun merger) {
        words.hearContacts(merger.survivorId());
        cases.touch(merger.survivorId());
        // What is owed again stands still like the rest.
        if (get(merger.survivorId()).waitingSince() != null) {
            clocks.pause(merger.survivorId());
        }
        for (long id : List.of(merger.mergedId(), merger.survivorId())) {
            episodes.listen(id);
            dues.settle(id, get(id).episode());
            cases.lookForSigns(id);
        }
        return new Outcome.Done(Case.of(get(merger.survivorId())));
    }

    private void takeOfferBack(CaseRow merged, Actor actor) {
        if (merged.offeredToId() != null) {
            handovers.settle(merged.id(), "TAKEN_BACK", clock.instant());
            events.append(
                    new Event.HandoverTakenBack(
                            merged.id(), merged.brandId(), actor.memberId(), merged.offeredToId()));
        }
    }

    private void move(long id, long merged, long survivor) {
        rows.noteMoved(id, merged);
        rows.moveMentions(merged, survivor);
        rows.moveQuestions(merged, survivor);
        rows.moveMerged(merged, survivor);
        rows.shareCause(merged, survivor);
    }

    private void inherit(CaseRow merged, CaseRow survivor, Instant now) {
        if (merged.assigneeId() != null
                && rows.inherit(survivor.id(), merged.assigneeId(), now) == 1) {
            custody.taken(survivor.id(), merged.assigneeId());
        }
        if (merged.priority() > survivor.priority()) {
            cases.setPriority(survivor.id(), merged.priority(), merged.priorityReasons());
            events.append(
                    new Event.PriorityRaised(survivor.id(), survivor.brandId(), merged.priority()));
        }
    }

    /// Where nothing happened since, all is as it was; else what people have done since stands.
    private void restore(CaseRow survivor, long mergeId) {
        if (rows.restore(mergeId) == 0) {
            rows.restorePriority(mergeId);
            return;
        }
        var restored = get(survivor.id());
        if (survivor.assigneeId() != null && restored.assigneeId() == null) {
            custody.letGo(survivor.id());
        }
        if (survivor.waitingSince() == null && restored.waitingSince() != null) {
            clocks.pause(survivor.id());
        }
    }

    private CaseRow get(long caseId) {
        return cases.findById(caseId)
                .orElseThrow(() -> new IllegalStateException("Case " + caseId + " is gone"));
    }
}
