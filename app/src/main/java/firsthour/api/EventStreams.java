package firsthour.api;

import firsthour.events.EventFeed;
import firsthour.security.ApiTokens;
import firsthour.security.ApiTokens.Bearer;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Streams of events that are open on this node. Each looks every second what is new, and ends when
/// its token does.
@Singleton
final class EventStreams {
    /// Streams with one token at a time.
    static final int MOST_WITH_A_TOKEN = 4;

    private static final int PART = 200;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// Pauses after which is said that the stream goes on.
    private static final int ALIVE = 15;

    private final EventFeed feed;
    private final ApiTokens tokens;
    private final Scheduler blocking;
    private final Map<Long, Integer> open = new ConcurrentHashMap<>();

    EventStreams(
            EventFeed feed,
            ApiTokens tokens,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.feed = feed;
        this.tokens = tokens;
        this.blocking = Schedulers.fromExecutorService(executor);
    }

    /// Opens a stream.
    ///
    /// @param from the place after which it begins
    /// @throws Refused when the token has too many
    Flux<Event<?>> open(Bearer bearer, long from) {
        var token = bearer.token().id();
        if (open.merge(token, 1, Integer::sum) > MOST_WITH_A_TOKEN) {
            close(token);
            throw Refused.tooMany(
                    "There are %d streams with this token. Close one first."
                            .formatted(MOST_WITH_A_TOKEN));
        }
        var place = new AtomicLong(from);
        return Flux.interval(Duration.ZERO, PAUSE)
                .onBackpressureDrop()
                .publishOn(blocking, 1)
                .takeWhile(_ -> tokens.stands(bearer))
                .concatMap(pause -> Flux.fromIterable(next(pause, place)), 1)
                .doFinally(_ -> close(token));
    }

    private List<Event<?>> next(long pause, AtomicLong place) {
        var events = new ArrayList<Event<?>>();
        for (var placed : feed.findAfter(place.get(), PART)) {
            place.set(placed.position());
            var json = EventJson.of(placed);
            events.add(Event.of(json).id(Long.toString(placed.position())).name(json.type()));
        }
        if (events.isEmpty() && pause % ALIVE == 0) {
            events.add(Event.of(new Alive(place.get())).name("alive"));
        }
        return events;
    }

    private void close(long token) {
        open.computeIfPresent(token, (_, streams) -> streams > 1 ? streams - 1 : null);
    }

    /// Nothing new.
    ///
    /// @param position the place up to which the stream came
    record Alive(long position) {}
}
