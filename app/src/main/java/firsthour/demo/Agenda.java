package firsthour.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;

/// What is to happen when. What happens may put more on it, not before its own instant.
final class Agenda {
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
    private long number;

    /// @param number keeps the order of what happens at one instant
    private record Entry(Instant at, long number, Runnable what) {}

    void add(Instant at, Runnable what) {
        entries.add(new Entry(at, number++, what));
    }

    /// Lets everything up to an instant happen, each at its time; what comes later never does.
    ///
    /// @param progress told the percents of the time that have passed, each once
    void play(WoundClock clock, Instant until, IntConsumer progress) {
        var from = entries.isEmpty() ? until : entries.element().at();
        var told = -1;
        for (var next = entries.poll(); next != null; next = entries.poll()) {
            if (next.at().isAfter(until)) {
                break;
            }
            clock.windTo(next.at());
            next.what().run();
            while (told < percent(from, next.at(), until)) {
                progress.accept(++told);
            }
        }
        clock.windTo(until);
        while (told < 100) {
            progress.accept(++told);
        }
    }

    private static int percent(Instant from, Instant at, Instant until) {
        var all = Math.max(1, Duration.between(from, until).toSeconds());
        return (int) Math.min(99, 100 * Duration.between(from, at).toSeconds() / all);
    }
}
