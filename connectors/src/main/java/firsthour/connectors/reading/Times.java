package firsthour.connectors.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the times that networks give. One outside of the years 1 to 9999 is none.
public final class Times {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Times() {}

    /// The time in an ISO 8601 text, by UTC where it names no zone.
    public static Optional<Instant> find(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Times::parse).filter(Times::isUsable);
        } catch (DateTimeException e) {
            return Optional.empty(); // no time at all is told where one is needed
        }
    }

    private static Instant parse(String text) {
        return switch (DateTimeFormatter.ISO_DATE_TIME.parseBest(
                text, OffsetDateTime::from, LocalDateTime::from)) {
            case OffsetDateTime zoned -> zoned.toInstant();
            case TemporalAccessor local -> LocalDateTime.from(local).toInstant(ZoneOffset.UTC);
        };
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
