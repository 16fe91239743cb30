package firsthour.intake;

import firsthour.brand.Budgets;
import firsthour.brand.Networks;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.connectors.Connector;
import firsthour.connectors.FindingReplies;
import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.Rechecking;
import firsthour.connectors.Refusal;
import firsthour.connectors.Settings;
import firsthour.mention.Watch;
import firsthour.mention.Watched;
import firsthour.time.Clock;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at posts again on their networks: at all of them for edits and deletions, and below those
/// of cases for answers that the brand gave there.
@Singleton
public class Revisits {
    private static final Logger LOG = LoggerFactory.getLogger(Revisits.class);

    /// In one sweep and source; a request each where replies are looked for.
    private static final int MOST = 20;

    private static final Duration UNSEEN = Duration.ofHours(1);

    /// As after so many refusals in a row: looks may wait longer than pulls.
    private static final int PATIENCE = 4;

    private final Sources sources;
    private final Networks networks;
    private final Watch watch;
    private final Budgets budgets;
    private final Intake intake;
    private final Clock clock;
    private final ExecutorService executor;

    /// A source that is slow is not looked at twice at once.
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();

    Revisits(
            Sources sources,
            Networks networks,
            Watch watch,
            Budgets budgets,
            Intake intake,
            Clock clock,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.sources = sources;
        this.networks = networks;
        this.watch = watch;
        this.budgets = budgets;
        this.intake = intake;
        this.clock = clock;
        this.executor = executor;
    }

    /// Starts a look at what is due, source by source; does not wait for it.
    public void sweep() {
        for (var source : sources.list()) {
            if (source.enabled() && canLook(source) && busy.add(source.id())) {
                executor.execute(() -> {
                    try {
                        look(source);
                    } catch (RuntimeException e) {
                        LOG.error("The posts of source {} could not be looked at", source.id(), e);
                    } finally {
                        busy.remove(source.id());
                    }
                });
            }
        }
    }

    private boolean canLook(Source source) {
        return networks.find(source.network())
                .filter(network ->
                        network instanceof Rechecking || network instanceof FindingReplies)
                .isPresent();
    }

    /// Looks at the posts of a source that are due.
    void look(Source source) {
        var connector = networks.find(source.network()).orElseThrow();
        var due = watch.take(source.id(), most(connector));
        if (due.isEmpty()) {
            return;
        }
        var settings = sources.openSettings(source);
        var seen = new HashSet<Long>();
        if (connector instanceof Rechecking rechecking) {
            if (!recheck(source, rechecking, settings, due, seen)) {
                return;
            }
        } else {
            due.forEach(post -> seen.add(post.id()));
        }
        for (var post : due) {
            if (connector instanceof FindingReplies finding
                    && post.flagged()
                    && !findReplies(source, finding, settings, post)) {
                return;
            }
            watch.settle(post.id(), next(post, seen.contains(post.id())));
        }
    }

    /// What the network said nothing of is asked about again soon.
    private @Nullable Instant next(Watched post, boolean seen) {
        var now = clock.instant();
        var usual = LookRhythm.next(post.publishedAt(), post.flagged(), now).orElse(null);
        var soon = now.plus(UNSEEN);
        return usual != null && !seen && usual.isAfter(soon) ? soon : usual;
    }

    private static int most(Connector connector) {
        return connector instanceof Rechecking rechecking
                ? Math.min(MOST, rechecking.batch())
                : MOST;
    }

    /// @param seen is told the ids of posts that the network showed, or said are gone
    private boolean recheck(
            Source source,
            Rechecking network,
            Settings settings,
            List<Watched> due,
            Set<Long> seen) {
        var refs = due.stream().map(Watched::ref).toList();
        var look = budgets.besidePulls(network, settings, () -> network.recheck(settings, refs));
        if (look instanceof Look.Seen shown) {
            var ids = new HashSet<>(shown.gone());
            shown.posts().forEach(post -> ids.add(post.externalId()));
            due.stream()
                    .filter(post -> ids.contains(post.externalId()))
                    .forEach(p -> seen.add(p.id()));
        } else if (look instanceof Look.Refused(Refusal.Misconfigured _, _)) {
            watch.postpone(source.id(), Trouble.backOff(clock.instant(), PATIENCE));
            return false;
        }
        return keep(source, look, due, List.of());
    }

    private boolean findReplies(
            Source source, FindingReplies network, Settings settings, Watched post) {
        return switch (budgets.besidePulls(
                network, settings, () -> network.replies(settings, post.ref()))) {
            case Look.Seen seen ->
                    keep(
                            source,
                            new Look.Seen(List.of(), seen.gone(), seen.budget()),
                            List.of(post),
                            Conversations.answersTo(post, seen.posts()));
            case Look.Refused refused -> keep(source, refused, List.of(post), List.of());
        };
    }

    /// @param replies to posts that are due
    /// @return whether the source may be asked on
    private boolean keep(Source source, Look look, List<Watched> due, List<Post> replies) {
        return switch (look) {
            case Look.Seen seen -> {
                var gone =
                        due.stream()
                                .filter(post -> seen.gone().contains(post.externalId()))
                                .map(Watched::id)
                                .toList();
                intake.storeLook(source, seen.posts(), replies, gone);
                var rest = seen.budget().resetsAt().filter(at -> isSpent(seen, at));
                rest.ifPresent(until -> watch.postpone(source.id(), until));
                yield rest.isEmpty();
            }
            case Look.Refused(var refusal, _) -> {
                LOG.warn("A look at source {} was refused: {}", source.id(), Trouble.of(refusal));
                yield goesOn(source, refusal);
            }
        };
    }

    private boolean isSpent(Look.Seen seen, Instant resetsAt) {
        return seen.budget().remaining().orElse(1) == 0 && resetsAt.isAfter(clock.instant());
    }

    /// What is wrong with the source holds for all of its posts, what is wrong with one answer may
    /// not: the others are looked at, and this post when it is its turn again.
    private boolean goesOn(Source source, Refusal refusal) {
        return switch (refusal) {
            case Refusal.Gone _, Refusal.SourceChanged _, Refusal.Misconfigured _ -> true;
            case Refusal.Transient _,
                    Refusal.RateLimited _,
                    Refusal.QuotaExhausted _,
                    Refusal.Unauthorised _,
                    Refusal.Denied _ -> {
                watch.postpone(source.id(), Trouble.nextPull(refusal, clock.instant(), PATIENCE));
                yield false;
            }
        };
    }
}
