package firsthour.reporting.month;

import firsthour.time.ControlledTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/// What happens when, in the order of time. What happens may put more on it.
final class Agenda {
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
    private final ControlledTime time;
    private long number;

    private record Entry(Instant at, long number, Runnable what) {}

    Agenda(ControlledTime time) {
        this.time = time;
    }

    /// What lies behind happens now.
    void add(Instant at, Runnable what) {
        entries.add(new Entry(at.isBefore(time.now()) ? time.now() : at, number++, what));
    }

    /// Lets everything happen that lies before an instant.
    void play(Instant until) {
        for (var next = entries.poll(); next != null; next = entries.poll()) {
            if (!next.at().isBefore(until)) {
                break;
            }
            time.set(next.at());
            next.what().run();
        }
        time.set(until);
    }
}
