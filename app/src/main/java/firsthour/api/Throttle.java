package firsthour.api;

import firsthour.time.Clock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Holds back whoever asks too often, on this node. Only proven requests are counted, so that
/// nobody else can use up what a sender may send.
@Singleton
final class Throttle {
    /// Requests to one source within a minute.
    static final int MOST_TO_A_SOURCE = 60;

    /// Requests with one token within a minute.
    static final int MOST_WITH_A_TOKEN = 600;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<Asking, Window> windows = new ConcurrentHashMap<>();

    Throttle(Clock clock) {
        this.clock = clock;
    }

    /// Who asks.
    sealed interface Asking {
        /// The most requests within a minute.
        int most();

        /// Whoever sends to a source.
        record Source(long id) implements Asking {
            @Override
            public int most() {
                return MOST_TO_A_SOURCE;
            }
        }

        /// Whoever has a token.
        record Token(long id) implements Asking {
            @Override
            public int most() {
                return MOST_WITH_A_TOKEN;
            }
        }
    }

    private record Window(Instant end, int requests) {}

    /// Counts a request.
    ///
    /// @return how long to wait when there were too many
    Optional<Duration> count(Asking who) {
        var now = clock.instant();
        var window =
                windows.compute(
                        who,
                        (_, known) ->
                                known == null || !known.end().isAfter(now)
                                        ? new Window(now.plus(WINDOW), 1)
                                        : new Window(known.end(), known.requests() + 1));
        return window.requests() <= who.most()
                ? Optional.empty()
                : Optional.of(Duration.between(now, window.end()));
    }
}
