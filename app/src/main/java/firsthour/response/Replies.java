package firsthour.response;

import static firsthour.language.Texts.t;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import firsthour.triage.Actor;
import firsthour.triage.Case;
import firsthour.triage.Cases;
import firsthour.triage.Outcome;
import firsthour.triage.PublicWords;
import firsthour.triage.ReplyKind;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Records what people have said in public about a case, which stops its clocks.
@Singleton
public class Replies {
    private final ReplyRows rows;
    private final OutgoingRows outgoing;
    private final Drafts drafts;
    private final Waivers waivers;
    private final Cases cases;
    private final PublicWords words;
    private final EventLog events;
    private final Clock clock;

    Replies(
            ReplyRows rows,
            OutgoingRows outgoing,
            Drafts drafts,
            Waivers waivers,
            Cases cases,
            PublicWords words,
            EventLog events,
            Clock clock) {
        this.rows = rows;
        this.outgoing = outgoing;
        this.drafts = drafts;
        this.waivers = waivers;
        this.cases = cases;
        this.words = words;
        this.events = events;
        this.clock = clock;
    }

    /// Records a first public word.
    ///
    /// @param version of the case, as the person saw it
    @Transactional
    public Recording acknowledge(long caseId, long version, Actor actor, ReplyDraft draft) {
        return record(caseId, version, actor, draft, ReplyKind.ACKNOWLEDGEMENT, List.of());
    }

    /// Records a public reply of substance, which acknowledges as well.
    ///
    /// @param version of the case, as the person saw it
    @Transactional
    public Recording answer(long caseId, long version, Actor actor, ReplyDraft draft) {
        return record(caseId, version, actor, draft, ReplyKind.ANSWER, List.of());
    }

    /// Records one line that asks whether all is well, on a case that was answered.
    ///
    /// @param version of the case, as the person saw it
    @Transactional
    public Recording followUp(long caseId, long version, Actor actor, ReplyDraft draft) {
        return record(caseId, version, actor, draft, ReplyKind.FOLLOW_UP, List.of());
    }

    /// What was said on a case, in the order of publication.
    @Transactional(readOnly = true)
    public List<Reply> findByCase(long caseId) {
        return rows.findByCase(caseId).stream().map(ReplyRow.Named::reply).toList();
    }

    /// Records a public word of either kind.
    ///
    /// @param given what its writer let stand
    @Transactional
    Recording record(
            long caseId,
            long version,
            Actor actor,
            ReplyDraft draft,
            ReplyKind kind,
            List<Waivers.Given> given) {
        rows.lockCase(caseId);
        if (!outgoing.findOpen(caseId).isEmpty()) {
            var checked = words.check(caseId, version, actor, kind);
            return new Recording.Refused(
                    checked instanceof Outcome.Done
                            ? new Outcome.NotPossible(
                                    t(
                                            "A reply that is posted from here is still on its way. Wait for it, or give it up first."))
                            : checked);
        }
        var now = clock.instant();
        var known = cases.find(caseId);
        var published = rows.findPublished(caseId);
        if (known.isPresent() && published.isPresent()) {
            var problems =
                    Stream.concat(
                                    draft
                                            .problems(now, published.get(), reopenedAt(known.get()))
                                            .stream(),
                                    OneLine.problem(kind, draft.text()).stream())
                            .toList();
            if (!problems.isEmpty()) {
                return new Recording.Invalid(problems);
            }
        }
        var found = known.flatMap(it -> findFound(it, draft.url()));
        // The network knows better than memory when it became public.
        var since = known.flatMap(Replies::reopenedAt).or(() -> published).orElse(Instant.MIN);
        var at =
                found.map(ReplyRow::postedAt)
                        .orElseGet(() -> new EnteredTime(draft.postedAt()).between(since, now));
        return switch (words.say(caseId, version, actor, kind, at)) {
            case Outcome.Done(Case changed) -> {
                var id =
                        found.map(row -> sign(row, actor, kind))
                                .orElseGet(() -> save(changed, actor, draft, kind, at, now));
                events.append(
                        new Event.ReplyRecorded(
                                caseId, changed.brandId(), actor.memberId(), id, kind.name(), at));
                waivers.keep(caseId, actor.memberId(), given, null, id);
                drafts.said(caseId, actor.memberId(), kind, draft.text());
                yield new Recording.Recorded(id, changed);
            }
            case Outcome refused -> new Recording.Refused(refused);
        };
    }

    /// The same reply, where it was found on the network before anybody recorded it.
    private Optional<ReplyRow> findFound(Case known, String url) {
        return rows.findWithLink(known.id()).stream()
                .filter(row -> row.memberId() == null && row.episode() == known.episode())
                .filter(row -> row.isAt(url))
                .findFirst();
    }

    private long sign(ReplyRow found, Actor actor, ReplyKind kind) {
        // A word of substance stays one.
        rows.setRecorded(
                found.id(),
                actor.memberId(),
                found.kind() == ReplyKind.ANSWER ? ReplyKind.ANSWER : kind);
        return found.id();
    }

    private long save(
            Case changed, Actor actor, ReplyDraft draft, ReplyKind kind, Instant at, Instant now) {
        return rows.save(
                        new ReplyRow(
                                0,
                                changed.id(),
                                changed.episode(),
                                kind,
                                draft.text(),
                                draft.url().isEmpty() ? null : draft.url(),
                                at,
                                now,
                                actor.memberId(),
                                null))
                .id();
    }

    private static Optional<Instant> reopenedAt(Case known) {
        return known.episode() > 1 ? Optional.of(known.episodeStartedAt()) : Optional.empty();
    }
}
