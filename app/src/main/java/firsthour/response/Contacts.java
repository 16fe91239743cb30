package firsthour.response;

import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.response.ReplyDraft.Problem;
import firsthour.time.Clock;
import firsthour.triage.Actor;
import firsthour.triage.Case;
import firsthour.triage.Cases;
import firsthour.triage.Outcome;
import firsthour.triage.PublicWords;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Records that a customer was spoken with out of sight of others. That answers the case only
/// together with a public word: whoever reads the post sees that somebody cares, or sees nobody.
@Singleton
public class Contacts {
    /// Characters of a note.
    public static final int MOST_NOTE = 2000;

    private final PrivateContactRows rows;
    private final ReplyRows replies;
    private final Cases cases;
    private final PublicWords words;
    private final EventLog events;
    private final Clock clock;

    Contacts(
            PrivateContactRows rows,
            ReplyRows replies,
            Cases cases,
            PublicWords words,
            EventLog events,
            Clock clock) {
        this.rows = rows;
        this.replies = replies;
        this.cases = cases;
        this.words = words;
        this.events = events;
        this.clock = clock;
    }

    /// When and how the customer of a case was spoken with, the first first.
    @Transactional(readOnly = true)
    public List<Contact> findByCase(long caseId) {
        return rows.findNamed(caseId).stream().map(PrivateContactRows.Named::contact).toList();
    }

    /// Records it.
    ///
    /// @param version of the case, as the person saw it
    /// @param note what was said, for colleagues; may be blank
    /// @param at when it took place
    /// @return with the id of the contact
    @Transactional
    public Recording record(
            long caseId, long version, Actor actor, ContactWay way, String note, Instant at) {
        replies.lockCase(caseId);
        var now = clock.instant();
        var clean = note.strip();
        var entered = new EnteredTime(at);
        var since =
                cases.find(caseId)
                        .flatMap(
                                known -> replies.findPublished(caseId).map(it -> start(known, it)));
        if (since.isPresent()) {
            var problems = problems(clean, entered, now, since.get());
            if (!problems.isEmpty()) {
                return new Recording.Invalid(problems);
            }
        }
        var when = entered.between(since.orElse(Instant.MIN), now);
        return switch (words.answerInPrivate(caseId, version, actor, when)) {
            case Outcome.Done(Case changed) -> {
                var saved =
                        rows.save(
                                new PrivateContact(
                                        0,
                                        caseId,
                                        changed.episode(),
                                        actor.memberId(),
                                        way,
                                        clean.isEmpty() ? null : clean,
                                        when,
                                        now));
                events.append(
                        new Event.PrivateContactRecorded(
                                caseId,
                                changed.brandId(),
                                actor.memberId(),
                                saved.id(),
                                way.name(),
                                when));
                yield new Recording.Recorded(saved.id(), changed);
            }
            case Outcome refused -> new Recording.Refused(refused);
        };
    }

    /// Of a reopened case its own episode counts.
    private static Instant start(Case known, Instant published) {
        return known.episode() > 1 ? known.episodeStartedAt() : published;
    }

    private static List<Problem> problems(String note, EnteredTime at, Instant now, Instant start) {
        var problems = new ArrayList<Problem>();
        if (note.length() > MOST_NOTE) {
            problems.add(
                    new Problem(
                            "note",
                            t(
                                    "The note is too long: {0} of {1} characters. Shorten it.",
                                    number(note.length()), number(MOST_NOTE))));
        }
        if (at.hasNotCome(now)) {
            problems.add(
                    new Problem(
                            "postedAt",
                            t("This time has not come yet. Enter when you spoke with them.")));
        } else if (at.isBefore(start)) {
            problems.add(
                    new Problem(
                            "postedAt",
                            t(
                                    "This time is before the customer wrote, or before the case was reopened. Correct it.")));
        }
        return problems;
    }
}
