package firsthour.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/// A time as programs send it: ISO 8601 with a zone.
final class Moment {
    /// What is asked for where it cannot be read.
    static final String WANTED =
            "Give a time from 2000 to 2200 with its zone, such as 2026-11-16T14:05:00Z.";

    /// Calendars are not reckoned beyond.
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2200;

    private Moment() {}

    /// The instant that was sent.
    ///
    /// @param field named when it cannot be read
    /// @throws Refused when it cannot be read, or lies in another age
    static Instant read(String field, String sent) {
        try {
            var read = OffsetDateTime.parse(sent);
            if (read.getYear() >= FIRST_YEAR && read.getYear() <= LAST_YEAR) {
                return read.toInstant();
            }
        } catch (DateTimeParseException _) {
            // told below
        }
        throw Refused.field(field, WANTED);
    }
}
