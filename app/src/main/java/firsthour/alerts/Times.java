package firsthour.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times in words, as people in a chat read them.
final class Times {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm z", Locale.UK);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm z", Locale.UK);

    private Times() {}

    /// "18 min left" or "2 h late".
    static String toGo(Instant due, Instant now) {
        return now.isAfter(due)
                ? length(Duration.between(due, now)) + " late"
                : length(Duration.between(now, due)) + " left";
    }

    /// In the words of the pages: "under 1 min", "18 min", "2 h 5 min", "11 h", "3 d".
    static String length(Duration duration) {
        var minutes = duration.toMinutes();
        if (minutes < 60) {
            return minutes < 1 ? "under 1 min" : minutes + " min";
        }
        var hours = duration.toHours();
        if (hours < 3 && minutes % 60 != 0) {
            return hours + " h " + minutes % 60 + " min";
        }
        return hours < 48 ? hours + " h" : duration.toDays() + " d";
    }

    /// With the day where that is not today.
    static String at(Instant instant, Instant now, ZoneId zone) {
        var then = instant.atZone(zone);
        var format =
                then.toLocalDate().equals(now.atZone(zone).toLocalDate()) ? TIME : DAY_AND_TIME;
        return then.format(format);
    }
}
