package firsthour.web.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Words for instants and durations, as a person says them.
public final class Times {
    private static final DateTimeFormatter CLOCK = format("HH:mm");
    private static final DateTimeFormatter WEEKDAY = format("EEE HH:mm");
    private static final DateTimeFormatter DAY = format("d MMM, HH:mm");
    private static final DateTimeFormatter YEAR = format("d MMM yyyy");
    private static final DateTimeFormatter EXACT = format("EEEE d MMMM yyyy, HH:mm:ss zzz");

    private Times() {}

    /// Short for the reader's eye: "13:18", "yesterday 13:18", "Mon 13:18", "4 Mar, 13:18", "4 Mar
    /// 2024".
    public static String moment(Instant at, Instant now, ZoneId zone) {
        var then = at.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        long days = then.toLocalDate().toEpochDay() - today.toEpochDay();
        if (days == 0) {
            return CLOCK.format(then);
        }
        if (days == -1) {
            return "yesterday " + CLOCK.format(then);
        }
        if (days == 1) {
            return "tomorrow " + CLOCK.format(then);
        }
        if (Math.abs(days) < 7) {
            return WEEKDAY.format(then);
        }
        return then.getYear() == today.getYear() ? DAY.format(then) : YEAR.format(then);
    }

    /// With weekday, seconds and zone: what stands behind a shorter word.
    public static String exact(Instant at, ZoneId zone) {
        return EXACT.format(at.atZone(zone));
    }

    /// "just now", "4 min ago", "in 2 h".
    public static String ago(Instant at, Instant now) {
        Duration past = Duration.between(at, now);
        if (past.abs().compareTo(Duration.ofMinutes(1)) < 0) {
            return "just now";
        }
        return past.isNegative() ? "in " + span(past.negated()) : span(past) + " ago";
    }

    /// A length in its largest whole unit, two units where the second still matters: "under 1 min",
    /// "18 min", "2 h 5 min", "11 h", "3 d".
    ///
    /// @param length not negative
    public static String span(Duration length) {
        long minutes = length.toMinutes();
        if (minutes < 1) {
            return "under 1 min";
        }
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = length.toHours();
        if (hours < 3 && minutes % 60 != 0) {
            return hours + " h " + minutes % 60 + " min";
        }
        return hours < 48 ? hours + " h" : length.toDays() + " d";
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK);
    }
}
