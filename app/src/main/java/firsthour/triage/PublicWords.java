package firsthour.triage;

import static firsthour.language.Texts.t;

import firsthour.clocks.ClockKind;
import firsthour.clocks.Clocks;
import firsthour.clocks.LookTimes;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a human public word of ours does to a case: it stops clocks. Joins the transaction that
/// records the word itself.
@Singleton
public class PublicWords {
    private final CaseRows rows;
    private final ContactRows contacts;
    private final Refusals refusals;
    private final Clocks clocks;
    private final Episodes episodes;
    private final Dues dues;
    private final EpisodeRows origins;
    private final LookTimes looks;
    private final PriorityJson json;

    PublicWords(
            CaseRows rows,
            ContactRows contacts,
            Refusals refusals,
            Clocks clocks,
            Episodes episodes,
            Dues dues,
            EpisodeRows origins,
            LookTimes looks,
            PriorityJson json) {
        this.rows = rows;
        this.contacts = contacts;
        this.refusals = refusals;
        this.clocks = clocks;
        this.episodes = episodes;
        this.dues = dues;
        this.origins = origins;
        this.looks = looks;
        this.json = json;
    }

    /// A person says that they have replied.
    ///
    /// @param at when the reply became public, in the present episode
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome say(long caseId, long version, Actor actor, ReplyKind kind, Instant at) {
        if (!actor.mayWork()) {
            return Refusals.readsOnly();
        }
        if (kind == ReplyKind.FOLLOW_UP) {
            return followUp(caseId, version, actor, at);
        }
        if (rows.say(
                        caseId,
                        version,
                        actor.memberId(),
                        actor.mayOverrule(),
                        kind == ReplyKind.ANSWER,
                        at)
                == 0) {
            return refusals.ofWork(caseId, version, actor);
        }
        var row = get(caseId);
        stop(row, row.episode(), kind, at);
        return new Outcome.Done(Case.of(get(caseId)));
    }

    private Outcome followUp(long caseId, long version, Actor actor, Instant at) {
        return rows.followUp(caseId, version, actor.memberId(), actor.mayOverrule(), at) == 1
                ? new Outcome.Done(Case.of(get(caseId)))
                : notNow(caseId, version, actor);
    }

    /// Why nobody can ask now whether all is well.
    private Outcome notNow(long caseId, long version, Actor actor) {
        var row = rows.findById(caseId);
        var survivor = row.map(CaseRow::mergedIntoId);
        if (survivor.isPresent()) {
            return Refusals.merged(caseId, survivor.get());
        }
        return row.filter(it -> it.state() == CaseState.DISMISSED || it.answeredAt() == null)
                .<Outcome>map(_ ->
                        new Outcome.NotPossible(
                                t("A follow-up comes after an answer. Answer the customer first.")))
                .or(() ->
                        row.filter(it ->
                                        it.state() == CaseState.RESOLVED && it.version() == version)
                                .map(_ ->
                                        new Outcome.NotPossible(
                                                t(
                                                        "Whoever resolved the case follows it up, or a manager."))))
                .orElseGet(() -> refusals.ofWork(caseId, version, actor));
    }

    /// A person has spoken with the customer in private. That is an answer once a public word was
    /// given as well, at the later of both.
    ///
    /// @param at when it took place, in the present episode
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome answerInPrivate(long caseId, long version, Actor actor, Instant at) {
        if (!actor.mayWork()) {
            return Refusals.readsOnly();
        }
        if (contacts.contact(caseId, version, actor.memberId(), actor.mayOverrule()) == 0) {
            return refusals.ofWork(caseId, version, actor);
        }
        var row = get(caseId);
        if (row.acknowledgedAt() != null) {
            answer(row, row.episode(), later(at, row.acknowledgedAt()));
        }
        return new Outcome.Done(Case.of(get(caseId)));
    }

    /// Whether a person may say something now, as [#say] would decide; changes nothing.
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome check(long caseId, long version, Actor actor, ReplyKind kind) {
        if (!actor.mayWork()) {
            return Refusals.readsOnly();
        }
        if (kind == ReplyKind.FOLLOW_UP) {
            return rows.mayFollowUp(caseId, version, actor.memberId(), actor.mayOverrule())
                    ? new Outcome.Done(Case.of(get(caseId)))
                    : notNow(caseId, version, actor);
        }
        return rows.maySay(caseId, version, actor.memberId(), actor.mayOverrule())
                ? new Outcome.Done(Case.of(get(caseId)))
                : refusals.ofWork(caseId, version, actor);
    }

    /// Why a person may say nothing at all in public; empty where they may.
    public Optional<Outcome> findRefusal(Actor actor) {
        return actor.mayWork() ? Optional.empty() : Optional.of(Refusals.readsOnly());
    }

    /// Whether a colleague may do something for whoever has a case: whoever may work, while it is
    /// open and as they saw it.
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome checkHelping(long caseId, long version, Actor actor) {
        if (!actor.mayWork()) {
            return Refusals.readsOnly();
        }
        var row = get(caseId);
        return row.state() == CaseState.OPEN && row.version() == version
                ? new Outcome.Done(Case.of(row))
                : refusals.ofClosedOrStale(caseId, version);
    }

    /// What people saw of a case is out of date.
    @Transactional(propagation = Propagation.MANDATORY)
    public Case touch(long caseId) {
        rows.touch(caseId);
        return Case.of(get(caseId));
    }

    /// When a second look lapses that is asked for on a case now, as [LookTimes#findEnd].
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Instant> findLookEnd(long caseId, int episode, Instant now) {
        return looks.findEnd(caseId, episode, origins.getOrigin(caseId).circumstances(), now);
    }

    /// Whether a person may give up what was to be said: whoever works on the case, or may
    /// overrule, also when it is closed.
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome checkClosing(long caseId, Actor actor) {
        if (!actor.mayWork()) {
            return Refusals.readsOnly();
        }
        var row = get(caseId);
        if (row.mergedIntoId() != null) {
            return Refusals.merged(caseId, row.mergedIntoId());
        }
        return row.assigneeId() == null
                        || row.assigneeId() == actor.memberId()
                        || actor.mayOverrule()
                ? new Outcome.Done(Case.of(row))
                : new Outcome.TakenBy(refusals.name(row.assigneeId()));
    }

    /// The brand of a case that is there.
    @Transactional(propagation = Propagation.MANDATORY)
    public long brandOf(long caseId) {
        return get(caseId).brandId();
    }

    /// A human reply of ours was found on the network. It counts for the episode in which it was
    /// published, whatever has become of the case since.
    ///
    /// @return that episode
    @Transactional(propagation = Propagation.MANDATORY)
    public int hear(long caseId, ReplyKind kind, Instant publishedAt) {
        var row =
                rows.lock(caseId)
                        .orElseThrow(
                                () -> new IllegalStateException("Case " + caseId + " is gone"));
        if (rows.isSaidElsewhere(caseId, publishedAt)) {
            rows.touch(caseId);
            return 1;
        }
        var episode = clocks.episodeAt(caseId, publishedAt);
        if (kind == ReplyKind.FOLLOW_UP) {
            rows.heardFollowUp(caseId, publishedAt);
            return episode;
        }
        if (episode == row.episode()) {
            rows.hear(caseId, kind == ReplyKind.ANSWER, publishedAt);
        } else {
            rows.touch(caseId);
        }
        stop(row, episode, kind, publishedAt);
        return episode;
    }

    /// A private contact and a public word that came together from two cases are an answer.
    void hearContacts(long caseId) {
        var row = get(caseId);
        var acknowledged = row.acknowledgedAt();
        if (acknowledged != null) {
            contacts.findFirst(caseId, row.episode())
                    .ifPresent(contact -> answer(row, row.episode(), later(contact, acknowledged)));
        }
    }

    /// Words turned out to be another case's. What is still this one's is heard again after.
    ///
    /// @param words when they became public
    @Transactional(propagation = Propagation.MANDATORY)
    public void unhear(long caseId, List<Instant> words) {
        var row = get(caseId);
        clocks.unheard(caseId, row.episode(), words, row.waitingSince() != null);
        rows.forgetWords(caseId);
    }

    private void stop(CaseRow row, int episode, ReplyKind kind, Instant at) {
        rows.lookForSigns(row.id());
        kind.stops().forEach(clock -> clocks.met(row.id(), episode, clock, at));
        if (episode == row.episode()) {
            episodes.listen(row.id());
        }
        dues.settle(row.id(), row.episode());
        if (kind == ReplyKind.ANSWER && episode == row.episode()) {
            lower(row);
        }
        if (kind == ReplyKind.ACKNOWLEDGEMENT) {
            contacts.findFirst(row.id(), episode)
                    .ifPresent(contact -> answer(row, episode, later(contact, at)));
        }
    }

    /// A public word and a private one are an answer together. What the customer wrote since still
    /// waits for a public reply.
    private void answer(CaseRow row, int episode, Instant at) {
        clocks.met(row.id(), episode, ClockKind.ANSWER, at);
        if (episode == row.episode()) {
            contacts.answer(row.id(), at);
            lower(row);
        }
        dues.settle(row.id(), row.episode());
    }

    private void lower(CaseRow row) {
        var raised = json.read(row.priority(), row.priorityReasons());
        var lowered = raised.lowered();
        if (!lowered.equals(raised)) {
            rows.setPriority(row.id(), lowered.points(), json.write(lowered));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private CaseRow get(long caseId) {
        return rows.findById(caseId)
                .orElseThrow(() -> new IllegalStateException("Case " + caseId + " is gone"));
    }
}
