package firsthour.response;

import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import firsthour.triage.Actor;
import firsthour.triage.Case;
import firsthour.triage.Outcome;
import firsthour.triage.PublicWords;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;

/// What was promised to customers: whoever has the case writes it down and marks it kept. A promise
/// whose time passes is broken, also when it is kept later; [PromiseWatch] sees to that.
@Singleton
public class Promises {
    /// Characters of a promise.
    public static final int MOST_WORDS = 1000;

    private static final int MOST_REASON = 500;
    private static final Duration FURTHEST = Duration.ofDays(366);

    private final PromiseRows rows;
    private final ReplyRows replies;
    private final PublicWords words;
    private final EventLog events;
    private final Clock clock;

    Promises(PromiseRows rows, ReplyRows replies, PublicWords words, EventLog events, Clock clock) {
        this.rows = rows;
        this.replies = replies;
        this.words = words;
        this.events = events;
        this.clock = clock;
    }

    /// The promises of a case, the oldest first.
    public List<Promise> findByCase(long caseId) {
        return rows.findNamed(caseId).stream().map(PromiseRow.Named::promise).toList();
    }

    /// What is owed on all cases, the most urgent first.
    public List<Promise> findOwed(int most) {
        return rows.findOwed(most).stream().map(PromiseRow.Named::promise).toList();
    }

    /// What one member owes before an instant, the most urgent first: on the cases that they have,
    /// and what they promised on cases that nobody has.
    public List<Promise> findOwedBy(long memberId, Instant before, int most) {
        return rows.findOwedBy(memberId, before, most).stream()
                .map(PromiseRow.Named::promise)
                .toList();
    }

    /// Writes a promise down.
    ///
    /// @param dueAt until when it is to be kept
    @Transactional
    public Promising make(long caseId, Actor actor, String promised, Instant dueAt) {
        var text = promised.strip();
        var now = clock.instant();
        if (text.isEmpty() || text.length() > MOST_WORDS) {
            return new Promising.Invalid(
                    "words",
                    t("Write what was promised, in at most {0} characters.", number(MOST_WORDS)));
        }
        if (!dueAt.isAfter(now)) {
            return new Promising.Invalid(
                    "due", t("That is in the past. Enter until when it will be kept."));
        }
        if (dueAt.isAfter(now.plus(FURTHEST))) {
            return new Promising.Invalid("due", t("That is more than a year away."));
        }
        // It may become part of another case at this moment, which takes what was promised along.
        replies.lockCase(caseId);
        return switch (words.checkClosing(caseId, actor)) {
            case Outcome.Done(Case known) -> {
                var row =
                        rows.save(
                                new PromiseRow(
                                        0,
                                        caseId,
                                        known.episode(),
                                        text,
                                        actor.memberId(),
                                        now,
                                        dueAt,
                                        PromiseState.OPEN,
                                        now.plus(
                                                Duration.between(now, dueAt)
                                                        .multipliedBy(8)
                                                        .dividedBy(10)),
                                        null,
                                        null,
                                        null,
                                        null));
                events.append(
                        new Event.PromiseMade(
                                caseId, known.brandId(), actor.memberId(), row.id(), dueAt));
                yield new Promising.Done();
            }
            case Outcome refused -> new Promising.Refused(refused);
        };
    }

    /// Marks a promise kept, now.
    ///
    /// @throws NoSuchElementException where there is none with this id on the case
    @Transactional
    public Promising keep(long caseId, long promiseId, Actor actor) {
        // The case first: once it is part of another one, the promise is there.
        replies.lockCase(caseId);
        var checked = words.checkClosing(caseId, actor);
        if (!(checked instanceof Outcome.Done(Case known))) {
            return new Promising.Refused(checked);
        }
        var promise = get(caseId, promiseId);
        var now = clock.instant();
        if (rows.keep(promiseId, actor.memberId(), now) == 0) {
            return settled();
        }
        if (promise.state() == PromiseState.OPEN && now.isAfter(promise.dueAt())) {
            events.append(
                    new Event.PromiseBroken(caseId, known.brandId(), promiseId, promise.dueAt()));
        }
        events.append(
                new Event.PromiseKept(caseId, known.brandId(), actor.memberId(), promiseId, now));
        return new Promising.Done();
    }

    /// A promise that holds no more, because something else was agreed on in time.
    ///
    /// @param reason for colleagues
    /// @throws NoSuchElementException where there is none with this id on the case
    @Transactional
    public Promising withdraw(long caseId, long promiseId, Actor actor, String reason) {
        var why = reason.strip();
        if (why.isEmpty() || why.length() > MOST_REASON) {
            return new Promising.Invalid(
                    "reason",
                    t(
                            "Write why it does not hold any more, in at most {0} characters.",
                            MOST_REASON));
        }
        replies.lockCase(caseId);
        var checked = words.checkClosing(caseId, actor);
        if (!(checked instanceof Outcome.Done(Case known))) {
            return new Promising.Refused(checked);
        }
        get(caseId, promiseId);
        if (rows.withdraw(promiseId, actor.memberId(), why, clock.instant()) == 0) {
            return settled();
        }
        events.append(
                new Event.PromiseWithdrawn(caseId, known.brandId(), actor.memberId(), promiseId));
        return new Promising.Done();
    }

    private PromiseRow get(long caseId, long promiseId) {
        return rows.lock(promiseId)
                .filter(row -> row.caseId() == caseId)
                .orElseThrow(() -> new NoSuchElementException("No promise " + promiseId));
    }

    private static Promising settled() {
        return new Promising.Refused(
                new Outcome.NotPossible(
                        t(
                                "It is settled already, or its time has passed: what is broken can only be kept late.")));
    }
}
