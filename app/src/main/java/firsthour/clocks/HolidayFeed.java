package firsthour.clocks;

import firsthour.http.Answer;
import firsthour.http.NoAnswer;
import firsthour.http.Outbound;
import firsthour.http.Request;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.RRule;

/// Reads days off from an iCalendar feed (RFC 5545): its events that last whole days. Events with a
/// time of day are appointments and close nothing.
@Singleton
class HolidayFeed {
    /// More events are no list of holidays.
    private static final int MOST_EVENTS = 5000;

    /// What closes most days of a year is a slip in the feed: nobody would be expected to answer.
    static final int MOST_DAYS_A_YEAR = 80;

    /// Events that come again more often than daily would never end.
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");

    private final Outbound outbound;

    HolidayFeed(Outbound outbound) {
        this.outbound = outbound;
    }

    /// What the feed said.
    sealed interface Read {
        record Days(List<DayOff> days) implements Read {}

        /// Nothing was taken.
        ///
        /// @param message why nothing was taken, for people
        record Trouble(String message) implements Read {}
    }

    /// Asks the feed.
    ///
    /// @param until the last day that is asked for
    Read read(URI feed, LocalDate from, LocalDate until) {
        return switch (outbound.send(Request.get(feed).withHeader("accept", "text/calendar"))) {
            case NoAnswer none -> new Read.Trouble(none.detail() + ".");
            case Answer answer when answer.status() != 200 ->
                    new Read.Trouble(
                            "%s answered %d instead of a calendar."
                                    .formatted(feed.getHost(), answer.status()));
            case Answer answer -> parse(answer, from, until);
        };
    }

    private static Read parse(Answer answer, LocalDate from, LocalDate until) {
        try {
            var events =
                    new CalendarBuilder()
                            .build(new ByteArrayInputStream(answer.body()))
                            .<VEvent>getComponents(Component.VEVENT);
            if (events.size() > MOST_EVENTS) {
                return new Read.Trouble(
                        "The feed has %,d events; a list of holidays has at most %,d."
                                .formatted(events.size(), MOST_EVENTS));
            }
            var days = new ArrayList<DayOff>();
            events.forEach(event -> days.addAll(daysOff(event, from, until)));
            return new Read.Days(days);
        } catch (IOException | ParserException | RuntimeException e) {
            // The library throws whatever it stumbles upon; all of it means the same to people.
            return new Read.Trouble(
                    answer.isWebPage()
                            ? "That is a web page and no iCalendar feed. Copy the address that ends in .ics."
                            : "That cannot be read as an iCalendar feed.");
        }
    }

    private static List<DayOff> daysOff(VEvent event, LocalDate from, LocalDate until) {
        if (!(event.getDateTimeStart() != null
                        && event.getDateTimeStart().getDate() instanceof LocalDate first)
                || isCancelled(event)
                || !recursAtMostDaily(event)) {
            return List.of();
        }
        var length = length(event, first);
        var name = event.getSummary() == null ? "" : event.getSummary().getValue();
        return event
                .<LocalDate>calculateRecurrenceSet(new Period<>(from.minusDays(length), until))
                .stream()
                .map(Period::getStart)
                .flatMap(start -> start.datesUntil(start.plusDays(length)))
                .filter(day -> !day.isBefore(from) && !day.isAfter(until))
                .map(day -> DayOff.named(day, DayOff.Origin.FEED, name))
                .toList();
    }

    /// In days; an event without an end lasts one.
    private static long length(VEvent event, LocalDate first) {
        return event.getDateTimeEnd() != null
                        && event.getDateTimeEnd().getDate() instanceof LocalDate after
                ? Math.clamp(ChronoUnit.DAYS.between(first, after), 1, 366)
                : 1;
    }

    private static boolean isCancelled(VEvent event) {
        return event.getStatus() != null
                && "CANCELLED".equalsIgnoreCase(event.getStatus().getValue());
    }

    private static boolean recursAtMostDaily(VEvent event) {
        return event.<RRule<?>>getProperties(Property.RRULE).stream()
                .allMatch(rule -> FREQUENCIES.contains(rule.getRecur().getFrequency().name()));
    }
}
