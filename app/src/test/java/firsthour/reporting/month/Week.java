package firsthour.reporting.month;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// A week on the wall calendar where the brand is.
record Week(LocalDate monday) {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    boolean has(Instant at) {
        var day = day(at);
        return !day.isBefore(monday) && day.isBefore(monday.plusDays(7));
    }

    LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    Instant end() {
        return monday.plusDays(7).atStartOfDay(ZONE).toInstant();
    }
}
