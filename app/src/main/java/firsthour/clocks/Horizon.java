package firsthour.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// From when to when days off of elsewhere are kept: whole years, so that a new one is added once a
/// year.
///
/// @param until the last day
record Horizon(LocalDate from, LocalDate until) {

    static Horizon of(Instant now, ZoneId zone) {
        var year = LocalDate.ofInstant(now, zone).getYear();
        return new Horizon(LocalDate.of(year - 1, 1, 1), LocalDate.of(year + 2, 12, 31));
    }
}
