package firsthour.web.policies;

import static firsthour.language.Texts.t;

import firsthour.clocks.Calendar;
import firsthour.clocks.Calendars;
import firsthour.clocks.DayOff;
import firsthour.clocks.PublicHolidays;
import firsthour.language.Language;
import firsthour.time.Clock;
import firsthour.web.policies.CalendarView.DayLine;
import firsthour.web.policies.PoliciesView.Choice;
import firsthour.web.shell.FormErrors;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Puts the pages of calendars together.
@Singleton
class CalendarViews {
    private static final int NEXT = 3;
    private static final int MOST_SHOWN = 60;

    private final Calendars calendars;
    private final PublicHolidays holidays;
    private final Clock clock;

    CalendarViews(Calendars calendars, PublicHolidays holidays, Clock clock) {
        this.calendars = calendars;
        this.holidays = holidays;
        this.clock = clock;
    }

    CalendarsView list() {
        return new CalendarsView(calendars.list().stream().map(this::row).toList());
    }

    CalendarView blank(CalendarFields typed, FormErrors errors) {
        return new CalendarView(0, 0, typed, places(), List.of(), null, errors);
    }

    CalendarView one(Calendar calendar, CalendarFields typed, FormErrors errors) {
        var feed = calendar.feed();
        return new CalendarView(
                calendar.id(),
                calendar.number(),
                typed,
                places(),
                ahead(calendar)
                        .filter(day -> day.origin() != DayOff.Origin.CLOSURE)
                        .limit(MOST_SHOWN)
                        .map(CalendarViews::line)
                        .toList(),
                feed.there()
                        ? new CalendarView.Feed(
                                feed.checkedAt().orElse(null), feed.trouble().orElse(null))
                        : null,
                errors);
    }

    private List<Choice> places() {
        return holidays.list().stream()
                .map(place -> new Choice(place.code(), place.name()))
                .toList();
    }

    private CalendarsView.Row row(Calendar calendar) {
        var next = ahead(calendar).limit(NEXT).map(CalendarViews::named).toList();
        return new CalendarsView.Row(
                calendar.id(),
                calendar.name(),
                calendar.hours().zone().getId(),
                week(calendar),
                next.isEmpty()
                        ? t("No days off ahead")
                        : t("Next days off: {0}", String.join(", ", next)),
                calendar.feed().trouble().orElse(null));
    }

    private Stream<DayOff> ahead(Calendar calendar) {
        var today = LocalDate.ofInstant(clock.instant(), calendar.hours().zone());
        return calendar.daysOff().stream().filter(day -> !day.day().isBefore(today));
    }

    private static String named(DayOff day) {
        return words(day.day()) + (day.name().isEmpty() ? "" : " (" + name(day) + ")");
    }

    private static DayLine line(DayOff day) {
        return new DayLine(
                words(day.day()),
                name(day),
                day.origin() == DayOff.Origin.PUBLIC ? t("public holiday") : t("from the feed"));
    }

    private static String name(DayOff day) {
        return day.origin() == DayOff.Origin.PUBLIC ? PublicHolidays.say(day.name()) : day.name();
    }

    /// Days in a row with the same hours are one line.
    private static List<String> week(Calendar calendar) {
        var lines = new ArrayList<String>();
        var days = DayOfWeek.values();
        for (int i = 0; i < days.length; ) {
            var hours = calendar.hoursOn(days[i]);
            int last = i;
            while (last + 1 < days.length && calendar.hoursOn(days[last + 1]).equals(hours)) {
                last++;
            }
            var span = last == i ? name(days[i]) : t("{0} to {1}", name(days[i]), name(days[last]));
            lines.add(span + " " + (hours.isEmpty() ? t("closed") : hours));
            i = last + 1;
        }
        return lines;
    }

    private static String words(LocalDate day) {
        return DateTimeFormatter.ofPattern(t("EEE d MMMM yyyy"), Language.current().locale())
                .format(day);
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Language.current().locale());
    }
}
