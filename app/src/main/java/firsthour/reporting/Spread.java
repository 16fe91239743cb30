package firsthour.reporting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long a number of things took. Percentiles are by nearest rank, so each is a time that
/// somebody did wait: of n times in order, p50 is the one at ⌈0.5 n⌉, p90 the one at ⌈0.9 n⌉.
///
/// @param n how many, 1 or more
public record Spread(int n, Duration p50, Duration p90, Duration worst) {

    /// Empty when there are none.
    public static Optional<Spread> of(List<Duration> times) {
        if (times.isEmpty()) {
            return Optional.empty();
        }
        var inOrder = times.stream().sorted().toList();
        return Optional.of(
                new Spread(
                        inOrder.size(), rank(inOrder, 50), rank(inOrder, 90), inOrder.getLast()));
    }

    private static Duration rank(List<Duration> inOrder, int percent) {
        // Whole numbers: 0.9 * 10 in floating point may come out above 9.
        int rank = Math.ceilDiv(percent * inOrder.size(), 100);
        return inOrder.get(rank - 1);
    }
}
