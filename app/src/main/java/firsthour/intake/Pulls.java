package firsthour.intake;

import firsthour.brand.Budgets;
import firsthour.brand.Networks;
import firsthour.brand.Pushed;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.brand.TrackedQueries;
import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.time.Clock;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pulls the sources that are due: each on one node at a time, a few at once, so that a slow one
/// holds up no other.
@Singleton
public class Pulls {
    private static final Logger LOG = LoggerFactory.getLogger(Pulls.class);

    private static final int AT_ONCE = 8;

    /// A worker that has found something to do for so long leaves the rest to the next sweep.
    private static final Duration LONGEST_WORK = Duration.ofMinutes(1);

    /// A pull goes on in the next sweep after so many pages, so that a long backfill shares.
    private static final int MAX_PAGES = 20;

    private final Sources sources;
    private final Networks networks;
    private final TrackedQueries queries;
    private final Budgets budgets;
    private final Intake intake;
    private final SourceStates states;
    private final Turns turns;
    private final Clock clock;
    private final ExecutorService executor;
    private final Semaphore free = new Semaphore(AT_ONCE);

    Pulls(
            Sources sources,
            Networks networks,
            TrackedQueries queries,
            Budgets budgets,
            Intake intake,
            SourceStates states,
            Turns turns,
            Clock clock,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.sources = sources;
        this.networks = networks;
        this.queries = queries;
        this.budgets = budgets;
        this.intake = intake;
        this.states = states;
        this.turns = turns;
        this.clock = clock;
        this.executor = executor;
    }

    /// Starts a pull of each source that is due, as far as there is room; does not wait for them.
    public void sweep() {
        var now = clock.instant();
        states.register(now, Pushed.NAMES);
        for (long sourceId :
                states.findDue(now, networks.listNotPulled(), free.availablePermits())) {
            if (!free.tryAcquire()) {
                return;
            }
            executor.execute(() -> {
                try {
                    pull(sourceId);
                    goOn();
                } catch (RuntimeException e) {
                    LOG.error("Source {} could not be pulled", sourceId, e);
                } finally {
                    free.release();
                }
            });
        }
    }

    /// Pulls what is due besides, the longest due first, so that many sources do not wait for the
    /// next sweep.
    private void goOn() {
        var until = clock.instant().plus(LONGEST_WORK);
        while (clock.instant().isBefore(until) && !Thread.currentThread().isInterrupted()) {
            if (states.findDue(clock.instant(), networks.listNotPulled(), AT_ONCE).stream()
                    .noneMatch(this::pull)) {
                return;
            }
        }
    }

    /// Has a source pulled in the next sweep; nothing where its posts are handed in.
    public void hurry(long sourceId) {
        states.register(clock.instant(), Pushed.NAMES);
        states.hurry(sourceId, clock.instant());
    }

    /// Has a source pulled in the next sweep for which a person has just allowed access.
    ///
    /// @param until when the permission ends by itself; null where it lasts
    public void permitted(long sourceId, @Nullable Instant until) {
        hurry(sourceId);
        states.keepPermissionEnd(sourceId, until);
    }

    /// Pulls a source that is due, unless another node does. A pull that fails on this side stands
    /// on the source's page like one that the network refused.
    ///
    /// @return whether it was pulled here
    boolean pull(long sourceId) {
        var taken = turns.take(sourceId);
        if (taken.isEmpty()) {
            return false;
        }
        var turn = taken.get();
        try {
            pull(sources.get(sourceId), turn);
        } catch (RuntimeException e) {
            LOG.error("The pull of source {} broke off", sourceId, e);
            turn.brokeOff();
        }
        return true;
    }

    private void pull(Source source, Turn turn) {
        var connector =
                networks.find(source.network())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "Nothing reads the network " + source.network()));
        pull(source, connector, search(source, connector), turn);
    }

    private Search search(Source source, Connector connector) {
        var brandId = source.brandId();
        return brandId != null && connector.descriptor().searched()
                ? queries.searchFor(brandId)
                : Search.NOTHING;
    }

    private void pull(Source source, Connector connector, Search search, Turn turn) {
        var searchKey = SearchKey.of(sources.identity(source), search);
        var settings = sources.openSettings(source);
        var asked = String.join(" · ", search.phrases());
        for (int page = 1; ; page++) {
            boolean first = page == 1;
            var checkpoint =
                    states.findCheckpoint(source.id(), searchKey)
                            .map(Checkpoint::new)
                            .orElse(Checkpoint.NONE);
            var pulled =
                    budgets.within(
                            connector,
                            settings,
                            () -> connector.pull(settings, search, checkpoint));
            if (!turn.goOn()) {
                LOG.warn(
                        "Another node pulls source {} by now; this page is left to it",
                        source.id());
                return;
            }
            switch (pulled) {
                case Pull.Page brought -> {
                    intake.store(source, searchKey, brought);
                    var rest = rest(brought.budget());
                    if (!brought.more() || page == MAX_PAGES || rest.isPositive()) {
                        var wait = brought.more() ? Duration.ZERO : interval(source, connector);
                        turn.succeeded(longer(wait, rest), asked, brought.budget());
                        return;
                    }
                }
                case Pull.Unchanged unchanged -> {
                    states.keepCheckpoint(source.id(), searchKey, unchanged.next().json());
                    var wait = longer(interval(source, connector), rest(unchanged.budget()));
                    turn.succeeded(wait, asked, unchanged.budget());
                    return;
                }
                case Pull.Refused(Refusal.RateLimited limited, var budget)
                        when !first && isHeldBack(connector, settings) -> {
                    // It goes on where it is, as soon as the network may be asked again.
                    turn.succeeded(longer(until(limited), rest(budget)), asked, budget);
                    return;
                }
                case Pull.Refused(var refusal, var budget) -> {
                    turn.refused(
                            asked, Masked.of(refusal, connector.descriptor(), settings), budget);
                    if (refusal instanceof Refusal.Gone) {
                        sources.setEnabled(source.id(), false);
                    }
                    LOG.warn("Source {} gave nothing: {}", source.id(), Trouble.of(refusal));
                    return;
                }
            }
        }
    }

    private Duration interval(Source source, Connector connector) {
        return Interval.next(
                connector.descriptor().interval(),
                states.findStanding(source.id())
                        .flatMap(standing -> Optional.ofNullable(standing.lastPostAt())),
                clock.instant(),
                source.id());
    }

    /// Whether it is this side that holds requests back.
    private boolean isHeldBack(Connector connector, Settings settings) {
        return budgets.findLeft(connector, settings).filter(left -> left == 0).isPresent();
    }

    private Duration until(Refusal.RateLimited limited) {
        return limited.until()
                .map(then -> Duration.between(clock.instant(), then))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    /// How long a network wants to be left alone that says that nothing is left; zero where it may
    /// be asked.
    private Duration rest(Budget budget) {
        return budget.remaining().orElse(1) > 0
                ? Duration.ZERO
                : budget.resetsAt()
                        .map(then -> Duration.between(clock.instant(), then))
                        .filter(Duration::isPositive)
                        .orElse(Duration.ZERO);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
