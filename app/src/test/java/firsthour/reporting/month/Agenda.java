package firsthour.reporting.month;

import firsthour.time.ControlledTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/// What happens when, in the order of time. What happens may put more on it.
final class Agenda {
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
    private final ControlledTime time;
    private final Random random;
    private long number;

    private record Entry(Instant at, long number, Runnable what) {}

    Agenda(ControlledTime time, Random random) {
        this.time = time;
        this.random = random;
    }

    Instant now() {
        return time.now();
    }

    /// What lies behind happens now.
    void add(Instant at, Runnable what) {
        entries.add(new Entry(at.isBefore(time.now()) ? time.now() : at, number++, what));
    }

    /// Nobody does anything on the full second.
    void later(Duration after, Runnable what) {
        add(time.now().plus(after).plusNanos(1_000L * random.nextInt(1_000_000)), what);
    }

    /// A median of so many minutes, and now and then many times that.
    Duration some(int minutes) {
        return Duration.ofSeconds(
                1 + (long) (minutes * 60 * Math.exp(1.2 * random.nextGaussian())));
    }

    /// Lets everything happen that lies before an instant.
    void play(Instant until) {
        while (!entries.isEmpty() && entries.peek().at().isBefore(until)) {
            var next = entries.remove();
            time.set(next.at());
            next.what().run();
        }
        time.set(until);
    }
}
