package firsthour.response;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import firsthour.triage.PublicWords;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Ends second looks, each once, with its event. Whoever calls holds the case's row.
@Singleton
class SecondLookEnds {
    private final SecondLookRows rows;
    private final Drafts drafts;
    private final PublicWords words;
    private final EventLog events;
    private final Clock clock;

    SecondLookEnds(
            SecondLookRows rows, Drafts drafts, PublicWords words, EventLog events, Clock clock) {
        this.rows = rows;
        this.drafts = drafts;
        this.words = words;
        this.events = events;
        this.clock = clock;
    }

    /// A colleague approves the words.
    ///
    /// @return false where somebody was faster
    @Transactional(propagation = Propagation.MANDATORY)
    boolean approve(SecondLookRow look, String approved, long by) {
        if (!settle(look, SecondLookState.APPROVED, approved, by, null)) {
            return false;
        }
        events.append(
                new Event.SecondLookGiven(
                        look.caseId(),
                        words.brandOf(look.caseId()),
                        by,
                        look.id(),
                        !approved.equals(look.askedWords())));
        return true;
    }

    /// A colleague sends the words back; what they changed becomes the author's draft.
    ///
    /// @return false where somebody was faster
    @Transactional(propagation = Propagation.MANDATORY)
    boolean sendBack(SecondLookRow look, String changed, long by, String note) {
        if (!settle(look, SecondLookState.SENT_BACK, changed, by, note)) {
            return false;
        }
        drafts.revise(look, changed);
        events.append(
                new Event.SecondLookSentBack(
                        look.caseId(),
                        words.brandOf(look.caseId()),
                        by,
                        look.id(),
                        !changed.equals(look.askedWords())));
        return true;
    }

    /// It is not asked for any more.
    ///
    /// @return false where it was over
    @Transactional(propagation = Propagation.MANDATORY)
    boolean withdraw(SecondLookRow look, long by) {
        if (!settle(look, SecondLookState.WITHDRAWN, look.words(), by, null)) {
            return false;
        }
        events.append(
                new Event.SecondLookWithdrawn(
                        look.caseId(), words.brandOf(look.caseId()), by, look.id()));
        return true;
    }

    /// Ends one that is over although nobody did anything about it.
    ///
    /// @return whether nothing waits for it any more
    @Transactional(propagation = Propagation.MANDATORY)
    boolean endIfOver(SecondLookRow look) {
        var why = rows.findEnd(look.id(), clock.instant());
        if (why.isEmpty()) {
            return false;
        }
        var lapsed = why.get().equals(SecondLookState.LAPSED.name());
        if (settle(
                look,
                lapsed ? SecondLookState.LAPSED : SecondLookState.CALLED_OFF,
                look.words(),
                null,
                null)) {
            if (lapsed) {
                // Whoever waits for it has the page open. Else the deed that ended it was told.
                words.touch(look.caseId());
            }
            long brand = words.brandOf(look.caseId());
            events.append(
                    lapsed
                            ? new Event.SecondLookLapsed(
                                    look.caseId(), brand, look.id(), look.dueAt())
                            : new Event.SecondLookCalledOff(
                                    look.caseId(), brand, look.id(), why.get()));
        }
        return true;
    }

    private boolean settle(
            SecondLookRow look,
            SecondLookState state,
            String now,
            @Nullable Long by,
            @Nullable String note) {
        return rows.settle(look.id(), state, now, by, note, clock.instant()) == 1;
    }
}
