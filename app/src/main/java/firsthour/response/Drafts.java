package firsthour.response;

import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import firsthour.time.Clock;
import firsthour.triage.Actor;
import firsthour.triage.ReplyKind;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/// Keeps what people are writing, as they write: it outlives the tab, the browser and the machine.
/// A draft is no deed and no event: nobody but its writer ever sees it.
@Singleton
public class Drafts {
    /// A closed case may be reopened so long by its customer; then the words are of use again.
    static final Duration KEPT_AFTER_CLOSING = Duration.ofDays(30);

    private final DraftRows rows;
    private final SecondLookRows looks;
    private final Clock clock;

    Drafts(DraftRows rows, SecondLookRows looks, Clock clock) {
        this.rows = rows;
        this.looks = looks;
        this.clock = clock;
    }

    /// What a member is writing about a case, at most one draft of each kind.
    @Transactional(readOnly = true)
    public List<Draft> find(long caseId, long memberId) {
        return rows.findByWriter(caseId, memberId);
    }

    /// Keeps what is written so far.
    ///
    /// @param version of the draft that the writer's window shows; 0 where it shows none
    @Transactional
    public Saving save(long caseId, Actor actor, ReplyKind kind, String text, long version) {
        var words = tidy(text);
        if (words.length() > ReplyDraft.MOST_TEXT) {
            return new Saving.NotPossible(
                    t(
                            "The text is too long to be kept: {0} of {1} characters. What you wrote before is kept; shorten it, or keep the rest elsewhere.",
                            number(words.length()), number(ReplyDraft.MOST_TEXT)));
        }
        var survivor = rows.lockSurvivor(caseId).filter(id -> id != caseId);
        if (survivor.isPresent()) {
            return new Saving.NotPossible(
                    t(
                            "Case {0} was merged into case {1}, with what you wrote up to then. Copy what you wrote since, and go on there.",
                            caseId, survivor.get()));
        }
        var now = clock.instant();
        long member = actor.memberId();
        if (version != 0 && rows.change(caseId, member, kind, words, now, version) == 1) {
            return new Saving.Saved(version + 1);
        }
        var there = rows.findOne(caseId, member, kind);
        if (there.isPresent()) {
            return there.get().text().equals(words)
                    ? new Saving.Saved(there.get().version())
                    : new Saving.Elsewhere(
                            there.get().text(), there.get().savedAt(), there.get().version());
        }
        // A saving that was overtaken by the sending must not bring the words back.
        if (words.isBlank() || rows.isSaid(caseId, member, words.strip())) {
            return new Saving.Saved(0);
        }
        return rows.begin(caseId, member, kind, words, now) == 1
                ? new Saving.Saved(1)
                : new Saving.NotPossible(
                        t(
                                "The draft could not be kept: another window was faster, or the case is gone. Your words are still here; load the page again."));
    }

    /// The words were said: they are no draft any more. What was written beyond them stays one.
    void said(long caseId, long memberId, ReplyKind kind, String text) {
        rows.findOne(caseId, memberId, kind)
                .filter(draft -> draft.text().strip().equals(tidy(text).strip()))
                .ifPresent(draft -> rows.remove(draft.id(), draft.version()));
    }

    /// The words were not said after all: they are a draft again, unless another one was begun.
    void giveBack(OutgoingRow row) {
        rows.begin(row.caseId(), row.memberId(), row.kind(), row.text(), clock.instant());
    }

    /// A colleague changed the words that somebody asked about: they are the draft now, unless its
    /// writer has gone on with it.
    void revise(SecondLookRow look, String changed) {
        var there = rows.findOne(look.caseId(), look.askedBy(), look.kind());
        if (there.isEmpty()) {
            rows.begin(look.caseId(), look.askedBy(), look.kind(), changed, clock.instant());
        } else if (there.get().text().strip().equals(look.askedWords())) {
            rows.change(
                    look.caseId(),
                    look.askedBy(),
                    look.kind(),
                    changed,
                    clock.instant(),
                    there.get().version());
        }
    }

    /// Forgets what was left on cases that were closed long ago: it may name customers.
    @Transactional
    public void forget() {
        var before = clock.instant().minus(KEPT_AFTER_CLOSING);
        rows.forget(before);
        looks.forget(before);
    }

    /// Forms send the ends of lines as they were typed on any machine.
    public static String tidy(String text) {
        return text.replace("\r\n", "\n");
    }
}
