package firsthour.connectors.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the times that networks give. One outside of the years 1 to 9999 is none.
public final class Times {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Times() {}

    /// A time as RFC 3339 writes it, with `Z` or an offset.
    public static Optional<Instant> find(@Nullable String value) {
        try {
            return Optional.ofNullable(value).map(Instant::parse).filter(Times::isUsable);
        } catch (DateTimeException e) {
            return Optional.empty(); // no time at all is told where one is needed
        }
    }

    /// A time as seconds of the epoch.
    public static Optional<Instant> ofSeconds(@Nullable Long seconds) {
        return Optional.ofNullable(seconds)
                .filter(s -> s >= FIRST.getEpochSecond() && s <= LAST.getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    private static boolean isUsable(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }
}
