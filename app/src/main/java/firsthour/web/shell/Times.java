package firsthour.web.shell;

import static firsthour.language.Texts.t;

import firsthour.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/// Words for instants and durations, as a person says them.
public final class Times {
    private Times() {}

    /// Short for the reader's eye: "13:18", "yesterday 13:18", "Mon 13:18", "4 Mar, 13:18", "4 Mar
    /// 2024".
    public static String moment(Instant at, Instant now, ZoneId zone) {
        var then = at.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        long days = then.toLocalDate().toEpochDay() - today.toEpochDay();
        if (days == 0) {
            return format(t("HH:mm"), then);
        }
        if (days == -1) {
            return t("yesterday {0}", format(t("HH:mm"), then));
        }
        if (days == 1) {
            return t("tomorrow {0}", format(t("HH:mm"), then));
        }
        if (Math.abs(days) < 7) {
            return format(t("EEE HH:mm"), then);
        }
        return then.getYear() == today.getYear()
                ? format(t("d MMM, HH:mm"), then)
                : format(t("d MMM yyyy"), then);
    }

    /// "16 Nov 2026".
    public static String day(LocalDate day) {
        return format(t("d MMM yyyy"), day);
    }

    /// With weekday, seconds and zone: what stands behind a shorter word.
    public static String exact(Instant at, ZoneId zone) {
        return format(t("EEEE d MMMM yyyy, HH:mm:ss zzz"), at.atZone(zone));
    }

    /// "just now", "4 min ago", "in 2 h".
    public static String ago(Instant at, Instant now) {
        Duration past = Duration.between(at, now);
        if (past.abs().compareTo(Duration.ofMinutes(1)) < 0) {
            return t("just now");
        }
        return past.isNegative() ? t("in {0}", span(past.negated())) : t("{0} ago", span(past));
    }

    /// A length in its largest whole unit, two units where the second still matters: "under 1 min",
    /// "18 min", "2 h 5 min", "11 h", "3 d".
    ///
    /// @param length not negative
    public static String span(Duration length) {
        long minutes = length.toMinutes();
        if (minutes < 1) {
            return t("under 1 min");
        }
        if (minutes < 60) {
            return t("{0} min", minutes);
        }
        long hours = length.toHours();
        if (hours < 3 && minutes % 60 != 0) {
            return t("{0} h {1} min", hours, minutes % 60);
        }
        return hours < 48 ? t("{0} h", hours) : t("{0} d", length.toDays());
    }

    /// Patterns are texts as well: languages order a date in their own ways.
    private static String format(String pattern, TemporalAccessor at) {
        return DateTimeFormatter.ofPattern(pattern, Language.current().locale()).format(at);
    }
}
