package firsthour.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times in words, as people in a chat read them.
final class Times {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm z", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm z", Locale.ENGLISH);

    private Times() {}

    /// "18 min left" or "2 h late".
    static String toGo(Instant due, Instant now) {
        return now.isAfter(due)
                ? length(Duration.between(due, now)) + " late"
                : length(Duration.between(now, due)) + " left";
    }

    /// Minutes up to two hours, hours up to two days, then days; never more than it is.
    static String length(Duration duration) {
        if (duration.toHours() >= 48) {
            return duration.toDays() + " days";
        }
        if (duration.toMinutes() >= 120) {
            return duration.toHours() + " h";
        }
        return duration.toMinutes() < 1
                ? "less than a minute"
                : duration.toMinutes() + " min";
    }

    /// With the day where that is not today.
    static String at(Instant instant, Instant now, ZoneId zone) {
        var then = instant.atZone(zone);
        var format = then.toLocalDate().equals(now.atZone(zone).toLocalDate()) ? TIME : DAY_AND_TIME;
        return then.format(format);
    }
}
