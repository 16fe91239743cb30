package firsthour.response;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import firsthour.response.Outgoing.State;
import firsthour.response.ReplyDraft.Problem;
import firsthour.triage.Actor;
import firsthour.triage.Outcome;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Posts replies on the networks, each once: where nobody knows what became of one, it is looked
/// for before it is sent again.
@Singleton
public class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final int MOST = 20;

    private final Outbox outbox;
    private final OutgoingRows rows;
    private final Letters letters;
    private final ExecutorService executor;

    Sending(
            Outbox outbox,
            OutgoingRows rows,
            Letters letters,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.outbox = outbox;
        this.rows = rows;
        this.letters = letters;
        this.executor = executor;
    }

    /// Whether and how a case can be answered from here.
    @Transactional(readOnly = true)
    public Optional<Way> findWay(long caseId) {
        return rows.findAnswered(caseId).flatMap(letters::findLine).map(Letters.Line::way);
    }

    /// Whether a case has no post any more below which anything could stand.
    @Transactional(readOnly = true)
    boolean isPostGone(long caseId) {
        return rows.findAnswered(caseId).isEmpty();
    }

    /// Replies to a case that are on their way or wait for a person.
    @Transactional(readOnly = true)
    public List<Outgoing> findOpen(long caseId) {
        return rows.findOpen(caseId).stream().map(OutgoingRow::view).toList();
    }

    /// Posts a reply that was checked. The intent is stored before.
    Dispatch send(Outbox.Wanted wanted) {
        var answered = rows.findAnswered(wanted.caseId());
        if (answered.isEmpty()) {
            return withoutPost(wanted);
        }
        var line = answered.flatMap(letters::findLine);
        if (line.isEmpty()) {
            return new Dispatch.Invalid(
                    List.of(
                            new Problem(
                                    "text",
                                    t(
                                            "It cannot be posted from here. Copy your words, post them there and record them."))));
        }
        var problem =
                line.get()
                        .problem(wanted.text())
                        .or(() -> OneLine.problem(wanted.kind(), wanted.text()));
        if (problem.isPresent()) {
            return new Dispatch.Invalid(List.of(problem.get()));
        }
        return switch (outbox.intend(wanted, answered.get().postId())) {
            case Outbox.Intent.Refused(var outcome) -> new Dispatch.Refused(outcome);
            case Outbox.Intent.Kept(var row) -> {
                var settled = outbox.settle(row, letters.post(line.get(), row.letter()));
                var words = settled.view().words();
                yield switch (settled.state()) {
                    case SENT -> new Dispatch.Posted();
                    case PENDING, SENDING -> new Dispatch.Kept(words);
                    case FAILED, DROPPED -> new Dispatch.Failed(words);
                };
            }
        };
    }

    /// Why nothing is posted where there is no post below which it could stand: a case that was
    /// merged has its posts elsewhere, and one that changed is looked at first.
    Dispatch withoutPost(Outbox.Wanted wanted) {
        return outbox.findRefusal(wanted)
                .<Dispatch>map(Dispatch.Refused::new)
                .orElseGet(Sending::postGone);
    }

    private static Dispatch postGone() {
        return new Dispatch.Invalid(
                List.of(
                        new Problem(
                                "text",
                                t(
                                        "The post is no longer there, so nothing can be posted below it. Your words are kept. Reach the customer in private, or dismiss the case."))));
    }

    /// Has another attempt made at a reply that is not under way.
    ///
    /// @param version of the case, as the person saw it
    public Outcome tryAgain(long id, long caseId, long version, Actor actor) {
        return outbox.decide(id, caseId, version, actor, State.PENDING);
    }

    /// Gives a reply up that is not under way.
    ///
    /// @param version of the case, as the person saw it
    public Outcome drop(long id, long caseId, long version, Actor actor) {
        return outbox.decide(id, caseId, version, actor, State.DROPPED);
    }

    /// Goes on with what is due, all at once: one that is slow holds up none of the others.
    public void sweep() {
        outbox.leave(MOST);
        var due = outbox.findDue(MOST);
        try {
            var attempts =
                    executor.invokeAll(
                            due.stream()
                                    .map(id ->
                                            Executors.callable(
                                                    () -> outbox.take(id).ifPresent(this::goOn)))
                                    .toList());
            for (int i = 0; i < due.size(); i++) {
                if (attempts.get(i).state() == Future.State.FAILED) {
                    LOG.error(
                            "Reply {} could not be posted",
                            due.get(i),
                            attempts.get(i).exceptionNow());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // what was taken goes on after its lease
        }
    }

    private void goOn(OutgoingRow row) {
        var found = rows.findAnsweredPost(row.postId()).flatMap(letters::findLine);
        if (found.isEmpty()) {
            outbox.giveUp(row, mark("The source can no longer be replied to."));
            return;
        }
        var line = found.get();
        if (!row.unsure()) {
            outbox.settle(row, letters.post(line, row.letter()));
        } else if (line.isSafeToRepeat() || isWanted(row)) {
            outbox.settle(row, letters.postUnlessThere(line, row.letter()));
        } else {
            outbox.giveUp(row, row.detail() == null ? "" : row.detail());
        }
    }

    /// Whether a person wants another attempt although nobody knows what became of the last ones.
    private static boolean isWanted(OutgoingRow row) {
        return row.attempts() == 1;
    }
}
