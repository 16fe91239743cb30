package firsthour.intake;

import firsthour.brand.Networks;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.brand.TrackedQueries;
import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.time.Clock;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
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

    /// A pull goes on in the next sweep after so many pages, so that a long backfill shares.
    private static final int MAX_PAGES = 20;

    /// Longer than the pages of one pull can take; a crashed node's source is taken over then.
    private static final Duration LEASE = Duration.ofMinutes(30);

    private static final int MAX_DETAIL_LENGTH = 1000;

    private final Sources sources;
    private final Networks networks;
    private final TrackedQueries queries;
    private final Intake intake;
    private final SourceStates states;
    private final Clock clock;
    private final ExecutorService executor;
    private final Semaphore free = new Semaphore(AT_ONCE);

    Pulls(
            Sources sources,
            Networks networks,
            TrackedQueries queries,
            Intake intake,
            SourceStates states,
            Clock clock,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.sources = sources;
        this.networks = networks;
        this.queries = queries;
        this.intake = intake;
        this.states = states;
        this.clock = clock;
        this.executor = executor;
    }

    /// Starts a pull of each source that is due, as far as there is room; does not wait for them.
    public void sweep() {
        var now = clock.instant();
        states.register(now);
        for (long sourceId : states.findDue(now, free.availablePermits())) {
            if (!free.tryAcquire()) {
                return;
            }
            executor.execute(() -> {
                try {
                    pull(sourceId);
                } catch (RuntimeException e) {
                    LOG.error("The pull of source {} broke off", sourceId, e);
                } finally {
                    free.release();
                }
            });
        }
    }

    /// Has a source pulled in the next sweep.
    public void hurry(long sourceId) {
        states.register(clock.instant());
        states.hurry(sourceId, clock.instant());
    }

    /// Pulls a source that is due, unless another node does.
    ///
    /// @return what came of it; empty counts when nothing was pulled
    public Tally pull(long sourceId) {
        var now = clock.instant();
        if (states.claim(sourceId, now, now.plus(LEASE)) == 0) {
            return Tally.NOTHING;
        }
        var source = sources.get(sourceId);
        var connector = networks.find(source.network());
        return connector.isEmpty()
                ? Tally.NOTHING
                : pull(source, connector.get(), search(source, connector.get()));
    }

    private Search search(Source source, Connector connector) {
        var brandId = source.brandId();
        return brandId != null && connector.descriptor().searched()
                ? queries.searchFor(brandId)
                : Search.NOTHING;
    }

    private Tally pull(Source source, Connector connector, Search search) {
        var searchKey = searchKey(source, search);
        var settings = sources.openSettings(source);
        var asked = String.join(" · ", search.phrases());
        var tally = Tally.NOTHING;
        for (int page = 1; ; page++) {
            var checkpoint =
                    states.findCheckpoint(source.id(), searchKey)
                            .map(Checkpoint::new)
                            .orElse(Checkpoint.NONE);
            switch (connector.pull(settings, search, checkpoint)) {
                case Pull.Page brought -> {
                    tally = tally.plus(intake.store(source, searchKey, brought));
                    if (!brought.more() || page == MAX_PAGES) {
                        var wait =
                                brought.more() ? Duration.ZERO : connector.descriptor().interval();
                        succeeded(source, wait, asked, brought.budget());
                        return tally;
                    }
                }
                case Pull.Unchanged unchanged -> {
                    states.keepCheckpoint(source.id(), searchKey, unchanged.next().json());
                    succeeded(source, connector.descriptor().interval(), asked, unchanged.budget());
                    return tally;
                }
                case Pull.Refused(var refusal, var budget) -> {
                    refused(source, asked, refusal, budget);
                    return tally;
                }
            }
        }
    }

    private void succeeded(Source source, Duration wait, String asked, Budget budget) {
        var now = clock.instant();
        states.succeeded(
                source.id(),
                now,
                now.plus(wait),
                cut(asked),
                remaining(budget),
                budget.resetsAt().orElse(null));
        states.countPull(source.id(), LocalDate.ofInstant(now, ZoneOffset.UTC), 0);
    }

    private void refused(Source source, String asked, Refusal refusal, Budget budget) {
        var now = clock.instant();
        var kind = Trouble.of(refusal);
        Instant next = Trouble.nextPull(refusal, now, states.getRefusalsInRow(source.id()));
        states.refused(
                source.id(),
                now,
                next,
                cut(asked),
                kind.name(),
                cut(refusal.detail()),
                remaining(budget),
                budget.resetsAt().orElse(null));
        states.countPull(source.id(), LocalDate.ofInstant(now, ZoneOffset.UTC), 1);
        if (refusal instanceof Refusal.Gone) {
            sources.setEnabled(source.id(), false);
        }
        LOG.warn("Source {} gave nothing: {}", source.id(), kind);
    }

    private static @Nullable Long remaining(Budget budget) {
        return budget.remaining().isPresent() ? budget.remaining().getAsLong() : null;
    }

    private static String cut(String words) {
        return words.length() <= MAX_DETAIL_LENGTH ? words : words.substring(0, MAX_DETAIL_LENGTH);
    }

    /// What a checkpoint belongs to: other settings or another search start anew.
    private static String searchKey(Source source, Search search) {
        try {
            var what = source.settings() + "\n" + String.join("\n", search.phrases());
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(what.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
