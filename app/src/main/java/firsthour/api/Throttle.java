package firsthour.api;

import firsthour.time.Clock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Holds back a sender that sends too often, on this node. Only proven requests are counted, so
/// that nobody else can use up what a sender may send.
@Singleton
final class Throttle {
    /// Requests to one source within a minute.
    static final int MOST = 60;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<Long, Window> windows = new ConcurrentHashMap<>();

    Throttle(Clock clock) {
        this.clock = clock;
    }

    private record Window(Instant end, int requests) {}

    /// Counts a request.
    ///
    /// @return how long to wait when there were too many
    Optional<Duration> count(long sourceId) {
        var now = clock.instant();
        var window =
                windows.compute(
                        sourceId,
                        (_, known) ->
                                known == null || !known.end().isAfter(now)
                                        ? new Window(now.plus(WINDOW), 1)
                                        : new Window(known.end(), known.requests() + 1));
        return window.requests() <= MOST
                ? Optional.empty()
                : Optional.of(Duration.between(now, window.end()));
    }
}
