package firsthour.response;

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

/// Records what people have said in public about a case, which stops its clocks.
@Singleton
public class Replies {
    private final ReplyRows rows;
    private final Cases cases;
    private final PublicWords words;
    private final EventLog events;
    private final Clock clock;

    Replies(ReplyRows rows, Cases cases, PublicWords words, EventLog events, Clock clock) {
        this.rows = rows;
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
        return record(caseId, version, actor, draft, ReplyKind.ACKNOWLEDGEMENT);
    }

    /// Records a public reply of substance, which acknowledges as well.
    ///
    /// @param version of the case, as the person saw it
    @Transactional
    public Recording answer(long caseId, long version, Actor actor, ReplyDraft draft) {
        return record(caseId, version, actor, draft, ReplyKind.ANSWER);
    }

    /// What was said on a case, in the order of publication.
    @Transactional(readOnly = true)
    public List<Reply> findByCase(long caseId) {
        return rows.findByCase(caseId).stream().map(ReplyRow.Named::reply).toList();
    }

    private Recording record(
            long caseId, long version, Actor actor, ReplyDraft draft, ReplyKind kind) {
        var now = clock.instant();
        var known = cases.find(caseId);
        var published = rows.findPublished(caseId);
        if (known.isPresent() && published.isPresent()) {
            var problems = draft.problems(now, published.get(), reopenedAt(known.get()));
            if (!problems.isEmpty()) {
                return new Recording.Invalid(problems);
            }
        }
        // Before the case, as when a reply is found: two that lock in two orders wait for each
        // other.
        var found = known.flatMap(it -> lockFound(it, draft));
        // What was found to be an answer has stopped its clock already.
        var said = found.map(ReplyRow::kind).filter(ReplyKind.ANSWER::equals).orElse(kind);
        var at = found.map(ReplyRow::postedAt).orElse(earlier(draft.postedAt(), now));
        return switch (words.say(caseId, version, actor, said, at)) {
            case Outcome.Done(Case changed) -> {
                var id =
                        found.isPresent()
                                ? claim(found.get(), actor, said)
                                : save(changed, actor, draft, said, at, now);
                events.append(
                        new Event.ReplyRecorded(
                                caseId, changed.brandId(), actor.memberId(), id, said.name(), at));
                yield new Recording.Recorded(id, changed);
            }
            case Outcome refused -> new Recording.Refused(refused);
        };
    }

    /// The same reply, when it was found on the network before.
    private Optional<ReplyRow> lockFound(Case known, ReplyDraft draft) {
        return rows.lockFound(known.id()).stream()
                .filter(row -> row.episode() == known.episode() && row.isAt(draft.url()))
                .findFirst();
    }

    /// Says whose words they were that had been found on the network.
    private long claim(ReplyRow found, Actor actor, ReplyKind kind) {
        rows.setRecorded(found.id(), actor.memberId(), kind.name());
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

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Optional<Instant> reopenedAt(Case known) {
        return known.episode() > 1 ? Optional.of(known.episodeStartedAt()) : Optional.empty();
    }
}
