package firsthour.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/// What is to happen when. What happens may put more on it, not before its own instant.
final class Agenda {
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(
                    Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
    private long number;

    /// @param number keeps the order of what happens at one instant
    private record Entry(Instant at, long number, Runnable what) {}

    void add(Instant at, Runnable what) {
        entries.add(new Entry(at, number++, what));
    }

    /// Lets everything up to an instant happen, each at its time; what comes later never does.
    void play(WoundClock clock, Instant until) {
        for (var next = entries.poll(); next != null; next = entries.poll()) {
            if (next.at().isAfter(until)) {
                break;
            }
            clock.windTo(next.at());
            next.what().run();
        }
        clock.windTo(until);
    }
}
