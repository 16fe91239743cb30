package firsthour.intake;

import firsthour.brand.Networks;
import firsthour.brand.Pushed;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.brand.TrackedQueries;
import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.StreamBatch;
import firsthour.connectors.Streaming;
import firsthour.time.Clock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens to the sources whose networks stream: each on one node at a time, on a connection and a
/// thread of its own, for as long as it works.
@Singleton
public class Streams {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Sources sources;
    private final Networks networks;
    private final TrackedQueries queries;
    private final Sieve sieve;
    private final Intake intake;
    private final SourceStates states;
    private final Turns turns;
    private final Clock clock;
    private final Map<Long, Thread> running = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    Streams(
            Sources sources,
            Networks networks,
            TrackedQueries queries,
            Sieve sieve,
            Intake intake,
            SourceStates states,
            Turns turns,
            Clock clock) {
        this.sources = sources;
        this.networks = networks;
        this.queries = queries;
        this.sieve = sieve;
        this.intake = intake;
        this.states = states;
        this.turns = turns;
        this.clock = clock;
    }

    /// Begins to listen wherever nobody does and it is time to; does not wait.
    public void sweep() {
        var now = clock.instant();
        states.register(now, Pushed.NAMES);
        for (long sourceId : states.findDueStreams(now, networks.listNotPulled())) {
            if (!stopping) {
                running.computeIfAbsent(sourceId, this::start);
            }
        }
    }

    /// Ends what runs here, after what was heard is stored; another node may go on at once.
    public void stop() {
        stopping = true;
        try {
            for (var thread : running.values()) {
                if (!thread.join(PATIENCE)) {
                    LOG.warn("{} does not end; interrupting it", thread.getName());
                    thread.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread start(long sourceId) {
        return Thread.ofVirtual()
                .name("stream of source " + sourceId)
                .start(() -> {
                    try {
                        listen(sourceId);
                    } catch (RuntimeException e) {
                        LOG.error("Source {} could not be listened to", sourceId, e);
                    } finally {
                        running.remove(sourceId);
                    }
                });
    }

    /// Listens to a source that is due, unless another node does, until it is to stop or the stream
    /// ends. What fails on this side stands on the source's page like a refusal.
    void listen(long sourceId) {
        var taken = turns.take(sourceId);
        if (taken.isEmpty()) {
            return;
        }
        var turn = taken.get();
        try {
            listen(sources.get(sourceId), turn);
        } catch (RuntimeException e) {
            LOG.error("The stream of source {} broke off", sourceId, e);
            turn.brokeOff();
        }
    }

    private void listen(Source source, Turn turn) {
        if (!(networks.find(source.network()).orElse(null) instanceof Streaming network)) {
            throw new IllegalStateException("Nothing listens to the network " + source.network());
        }
        // Of the whole network: another query starts nothing anew.
        var key = SearchKey.of(sources.identity(source), Search.NOTHING);
        var from =
                states.findCheckpoint(source.id(), key)
                        .map(Checkpoint::new)
                        .orElse(Checkpoint.NONE);
        var settings = sources.openSettings(source);
        var end = network.stream(settings, from, batch -> keep(source, key, turn, batch));
        if (end.isEmpty()) {
            turn.leave();
            return;
        }
        var refusal = Masked.of(end.get(), network.descriptor(), settings);
        turn.refused(asked(source), refusal, Budget.UNSAID);
        if (refusal instanceof Refusal.Gone) {
            sources.setEnabled(source.id(), false);
        }
        LOG.warn("The stream of source {} ended: {}", source.id(), Trouble.of(refusal));
    }

    /// @return whether to go on
    private boolean keep(Source source, String key, Turn turn, StreamBatch batch) {
        if (!turn.goOn()) {
            LOG.warn("Another node listens to source {} by now", source.id());
            return false;
        }
        intake.store(source, key, batch, sieve.sift(source, batch));
        if (!batch.events().isEmpty()) {
            turn.goesWell(() -> asked(source));
        }
        return !stopping && isAsItWas(source);
    }

    private boolean isAsItWas(Source source) {
        return sources.find(source.id())
                .filter(now -> now.enabled() && now.version() == source.version())
                .isPresent();
    }

    private String asked(Source source) {
        var brandId = source.brandId();
        return brandId == null ? "" : String.join(" · ", queries.searchFor(brandId).phrases());
    }
}
