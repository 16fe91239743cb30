package firsthour.response;

import firsthour.brand.Budgets;
import firsthour.brand.Networks;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.connectors.FindingReplies;
import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Replying;
import firsthour.connectors.Sent;
import firsthour.connectors.Settings;
import firsthour.response.Outgoing.State;
import firsthour.response.ReplyDraft.Problem;
import firsthour.triage.Actor;
import firsthour.triage.Outcome;
import firsthour.triage.ReplyKind;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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

    /// Clocks of two machines differ: what was written long before is another reply.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Outbox outbox;
    private final OutgoingRows rows;
    private final Sources sources;
    private final Networks networks;
    private final Budgets budgets;
    private final ExecutorService executor;

    Sending(
            Outbox outbox,
            OutgoingRows rows,
            Sources sources,
            Networks networks,
            Budgets budgets,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.outbox = outbox;
        this.rows = rows;
        this.sources = sources;
        this.networks = networks;
        this.budgets = budgets;
        this.executor = executor;
    }

    /// Whether and how a case can be answered from here.
    @Transactional(readOnly = true)
    public Optional<Way> findWay(long caseId) {
        return rows.findAnswered(caseId)
                .flatMap(this::findLine)
                .map(line -> new Way(line.network().descriptor().title(), line.network().limit()));
    }

    /// Replies to a case that are on their way or wait for a person.
    @Transactional(readOnly = true)
    public List<Outgoing> findOpen(long caseId) {
        return rows.findOpen(caseId).stream().map(OutgoingRow::view).toList();
    }

    /// Posts a reply that was checked. The intent is stored before.
    ///
    /// @param version of the case, as the person saw it
    /// @param given what its writer let stand
    Dispatch send(
            long caseId,
            long version,
            Actor actor,
            ReplyKind kind,
            String text,
            List<Waivers.Given> given) {
        var answered = rows.findAnswered(caseId);
        if (answered.isEmpty()) {
            return new Dispatch.Invalid(
                    List.of(
                            new Problem(
                                    "text",
                                    "The post is no longer there, so nothing can be posted below it."
                                            + " Your words are kept. Reach the customer in private,"
                                            + " or dismiss the case.")));
        }
        var line = answered.flatMap(this::findLine);
        if (line.isEmpty()) {
            return new Dispatch.Invalid(
                    List.of(
                            new Problem(
                                    "text",
                                    "It cannot be posted from here. Copy your words, post them"
                                            + " there and record them.")));
        }
        var clean = text.strip();
        var problem = problem(line.get(), clean);
        if (problem.isPresent()) {
            return new Dispatch.Invalid(List.of(problem.get()));
        }
        var wanted = new Outbox.Wanted(caseId, version, actor, kind, clean, given);
        return switch (outbox.intend(wanted, answered.get().postId())) {
            case Outbox.Intent.Refused(var outcome) -> new Dispatch.Refused(outcome);
            case Outbox.Intent.Kept(var row) -> {
                var settled = outbox.settle(row, post(line.get(), row));
                var words = settled.view().words();
                yield switch (settled.state()) {
                    case SENT -> new Dispatch.Posted();
                    case PENDING, SENDING -> new Dispatch.Kept(words);
                    case FAILED, DROPPED -> new Dispatch.Failed(words);
                };
            }
        };
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

    /// A network, the settings with which it is written to, and the post that is answered there.
    private record Line(Replying network, Settings settings, PostRef answered) {}

    private Optional<Line> findLine(OutgoingRows.Answered answered) {
        Source source = sources.get(answered.sourceId());
        return networks.find(source.network())
                .filter(Replying.class::isInstance)
                .map(Replying.class::cast)
                .map(network -> new Line(network, sources.openSettings(source), ref(answered)))
                .filter(line -> line.network().canReply(line.settings()));
    }

    private static Optional<Problem> problem(Line line, String words) {
        if (words.isEmpty()) {
            return Optional.of(new Problem("text", "Enter the words that are to be posted."));
        }
        var limit = line.network().limit();
        return limit.allows(words)
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                "text",
                                String.format(
                                        Locale.ROOT,
                                        "The text is too long for %s: %,d of %,d characters.",
                                        line.network().descriptor().title(),
                                        limit.length(words),
                                        limit.most())));
    }

    private void goOn(OutgoingRow row) {
        var found = rows.findAnsweredPost(row.postId()).flatMap(this::findLine);
        if (found.isEmpty()) {
            outbox.giveUp(row, "The source can no longer be replied to.");
            return;
        }
        var line = found.get();
        if (row.unsure() && line.network() instanceof FindingReplies finding) {
            search(line, finding, row);
        } else if (!row.unsure() || line.network().isRepeatable() || isWanted(row)) {
            outbox.settle(row, post(line, row));
        } else {
            outbox.giveUp(row, row.detail() == null ? "" : row.detail());
        }
    }

    /// Whether a person wants another attempt although nobody knows what became of the last ones.
    private static boolean isWanted(OutgoingRow row) {
        return row.attempts() == 1;
    }

    /// Looks whether it was posted, and posts it only when it surely was not.
    private void search(Line line, FindingReplies finding, OutgoingRow row) {
        var look =
                budgets.besidePulls(
                        finding,
                        line.settings(),
                        () -> finding.replies(line.settings(), line.answered()));
        outbox.settle(
                row,
                switch (look) {
                    case Look.Refused(var why, _) -> new Sent.Unsure(why.detail());
                    case Look.Seen seen ->
                            seen.posts().stream()
                                    .filter(post -> isOurs(post, line, row))
                                    .findFirst()
                                    .<Sent>map(post -> new Sent.Done(post.externalId(), post.url()))
                                    .orElseGet(() -> post(line, row));
                });
    }

    /// What the customer writes is not ours, however alike it is.
    private static boolean isOurs(Post post, Line line, OutgoingRow row) {
        var author = post.author().map(Post.Author::handle);
        return post.publishedAt().isAfter(row.createdAt().minus(SKEW))
                && (post.own() || author.isEmpty() || !author.equals(line.answered().author()))
                && SameWords.are(row.text(), post.text());
    }

    private Sent post(Line line, OutgoingRow row) {
        var reply = new OutgoingReply(row.idempotencyKey(), line.answered(), row.text());
        return budgets.besidePulls(
                line.network(),
                line.settings(),
                () -> line.network().reply(line.settings(), reply));
    }

    private static PostRef ref(OutgoingRows.Answered answered) {
        return new PostRef(
                answered.externalId(),
                Optional.ofNullable(answered.url()).map(URI::create),
                Optional.ofNullable(answered.authorHandle()));
    }
}
