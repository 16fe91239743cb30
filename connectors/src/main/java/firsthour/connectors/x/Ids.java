package firsthour.connectors.x;

import java.time.Instant;
import java.util.Optional;

/// X's ids: the upper bits count milliseconds from X's first day.
final class Ids {
    private static final int BELOW_TIME = 22;
    private static final long FIRST_DAY = 1_288_834_974_657L;

    private Ids() {}

    /// When a post with this id was written; empty where it is no such id.
    static Optional<Instant> time(String id) {
        try {
            return Optional.of(
                    Instant.ofEpochMilli((Long.parseLong(id) >> BELOW_TIME) + FIRST_DAY));
        } catch (NumberFormatException e) {
            return Optional.empty(); // its time is not known then
        }
    }
}
