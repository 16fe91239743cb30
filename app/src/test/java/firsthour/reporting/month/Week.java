package firsthour.reporting.month;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// A week on the wall calendar where a brand is.
record Week(LocalDate monday, ZoneId zone) {
    boolean has(Instant at) {
        var day = day(at);
        return !day.isBefore(monday) && day.isBefore(monday.plusDays(7));
    }

    LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    Instant begin() {
        return monday.atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return monday.plusDays(7).atStartOfDay(zone).toInstant();
    }
}
