package firsthour.clocks;

import static firsthour.language.Texts.t;

import firsthour.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/// How a deadline came about: "due Mon 14:20: 1 h after 13:20", or "due Mon 09:30: opened Fri
/// 16:30, 30 min left that day, closed Sat and Sun, 30 min on Monday".
///
/// It is told from the target, the version of the calendar and the pauses, none of which ever
/// change. Business hours are told in their own zone, which is named where the reader's is another.
///
/// @param within the target
/// @param pauses that are over
public record Receipt(Deadline deadline, Duration within, Hours hours, List<Pause> pauses) {
    /// A day of the week names one day only, up to this many days ahead.
    private static final int DAYS_OF_A_WEEK = 6;

    public Receipt {
        pauses = List.copyOf(pauses);
    }

    /// The receipt as a reader in this zone understands it.
    public String inWords(ZoneId zone) {
        return switch (hours) {
                    case AroundTheClock _ -> wall(zone);
                    case BusinessHours business -> business(business, zone);
                }
                + paused(hours instanceof BusinessHours business ? business.zone() : zone);
    }

    private String wall(ZoneId zone) {
        var due = deadline.dueAt().atZone(zone);
        var start = deadline.startedAt().atZone(zone);
        return t(
                "due {0}: {1} after {2}",
                day(start, due),
                words(within),
                due.toLocalDate().equals(start.toLocalDate()) ? time(start) : day(due, start));
    }

    private String business(BusinessHours business, ZoneId reader) {
        var zone = business.zone();
        var due = deadline.dueAt().atZone(zone);
        var start = deadline.startedAt().atZone(zone);
        var told = new OpenDays(business, deadline, pauses).inWords();
        return t(
                "due {0}: opened {1}, {2}",
                day(start, due) + (showsTheSame(reader, zone) ? "" : " (" + zone.getId() + ")"),
                day(due, start),
                told);
    }

    private boolean showsTheSame(ZoneId one, ZoneId other) {
        return one.getRules()
                        .getOffset(deadline.startedAt())
                        .equals(other.getRules().getOffset(deadline.startedAt()))
                && one.getRules()
                        .getOffset(deadline.dueAt())
                        .equals(other.getRules().getOffset(deadline.dueAt()));
    }

    private String paused(ZoneId zone) {
        return pauses.stream()
                .map(pause ->
                        ", "
                                + t(
                                        "paused from {0} to {1}",
                                        at(pause.from(), zone), at(pause.until(), zone)))
                .collect(Collectors.joining());
    }

    private String at(Instant instant, ZoneId zone) {
        return day(deadline.startedAt().atZone(zone), instant.atZone(zone));
    }

    /// With the date where the day of the week alone could be another one.
    private static String day(ZonedDateTime other, ZonedDateTime at) {
        var days = Math.abs(ChronoUnit.DAYS.between(other.toLocalDate(), at.toLocalDate()));
        return format(days > DAYS_OF_A_WEEK ? t("EEE d MMM HH:mm") : t("EEE HH:mm"), at);
    }

    static String time(ZonedDateTime at) {
        return format(t("HH:mm"), at);
    }

    private static String format(String pattern, ZonedDateTime at) {
        return DateTimeFormatter.ofPattern(pattern, Language.current().locale()).format(at);
    }

    /// A length of time, to the nearest minute: "24 h", "1 h 30 min", "5 min".
    static String words(Duration length) {
        var whole = length.plusSeconds(30);
        var hours = whole.toHours();
        var minutes = whole.toMinutesPart();
        if (hours == 0) {
            return t("{0} min", minutes);
        }
        return minutes == 0 ? t("{0} h", hours) : t("{0} h {1} min", hours, minutes);
    }
}
