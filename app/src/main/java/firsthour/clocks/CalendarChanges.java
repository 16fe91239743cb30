package firsthour.clocks;

import static firsthour.language.Texts.t;

import firsthour.clocks.CalendarDraft.FeedDraft;
import firsthour.clocks.CalendarSaving.Refused;
import firsthour.clocks.CalendarSaving.Saved;
import firsthour.clocks.CalendarSaving.Stale;
import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.secrets.Secrets;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes calendars. Each change is a new version: clocks that run keep the one under which they
/// started.
@Singleton
public class CalendarChanges {
    private final CalendarRows rows;
    private final CalendarVersionRows versions;
    private final Calendars calendars;
    private final PublicHolidays holidays;
    private final Secrets secrets;
    private final EventLog events;
    private final Clock clock;

    CalendarChanges(
            CalendarRows rows,
            CalendarVersionRows versions,
            Calendars calendars,
            PublicHolidays holidays,
            Secrets secrets,
            EventLog events,
            Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.calendars = calendars;
        this.holidays = holidays;
        this.secrets = secrets;
        this.events = events;
        this.clock = clock;
    }

    /// Adds a calendar.
    ///
    /// @param by the member who does
    @Transactional
    public CalendarSaving add(CalendarDraft draft, long by) {
        return switch (CalendarRules.read(draft, holidays, clock.instant())) {
            case CalendarRules.Read.Bad(Refused why) -> why;
            case CalendarRules.Read.Good good -> {
                var refused = refusal(draft, 0);
                if (refused != null) {
                    yield refused;
                }
                var row =
                        rows.save(
                                new CalendarRow(
                                        0,
                                        draft.name().strip(),
                                        country(draft),
                                        sealed(draft.feed(), null),
                                        null,
                                        null,
                                        1));
                write(row.id(), 1, draft.zone(), good, days(draft, good, List.of()), by);
                yield new Saved(row.id());
            }
        };
    }

    /// Changes a calendar.
    ///
    /// @param number of the version that the person saw
    /// @param by the member who does
    @Transactional
    public CalendarSaving change(long calendarId, int number, CalendarDraft draft, long by) {
        return switch (CalendarRules.read(draft, holidays, clock.instant())) {
            case CalendarRules.Read.Bad(Refused why) -> why;
            case CalendarRules.Read.Good good -> {
                var refused = refusal(draft, calendarId);
                if (refused != null) {
                    yield refused;
                }
                var before = calendars.find(calendarId).orElseThrow();
                var sealed =
                        sealed(draft.feed(), rows.findById(calendarId).orElseThrow().feedSealed());
                if (rows.change(calendarId, number, draft.name().strip(), country(draft), sealed)
                        == 0) {
                    yield new Stale();
                }
                var fed =
                        draft.feed() instanceof FeedDraft.Kept
                                ? before.daysOff()
                                : List.<DayOff>of();
                write(
                        calendarId,
                        number + 1,
                        draft.zone(),
                        good,
                        days(draft, good, of(fed, DayOff.Origin.FEED)),
                        by);
                yield new Saved(calendarId);
            }
        };
    }

    private @Nullable Refused refusal(CalendarDraft draft, long calendarId) {
        if (rows.isTaken(draft.name().strip(), calendarId)) {
            return new Refused(
                    "name", t("There is a calendar of this name already. Choose another one."));
        }
        return draft.feed() instanceof FeedDraft.At(String address)
                ? CalendarRules.problemOfAddress(address)
                        .map(message -> new Refused("feed", message))
                        .orElse(null)
                : null;
    }

    private List<DayOff> days(CalendarDraft draft, CalendarRules.Read.Good good, List<DayOff> fed) {
        var days = new ArrayList<>(good.closures());
        if (!draft.country().isEmpty()) {
            var horizon = Horizon.of(clock.instant(), ZoneId.of(draft.zone()));
            days.addAll(holidays.between(draft.country(), horizon.from(), horizon.until()));
        }
        days.addAll(fed);
        return days;
    }

    static List<DayOff> of(List<DayOff> days, DayOff.Origin origin) {
        return days.stream().filter(day -> day.origin() == origin).toList();
    }

    private void write(
            long calendarId,
            int number,
            String zone,
            CalendarRules.Read.Good good,
            List<DayOff> days,
            long by) {
        write(calendarId, number, zone, WeekText.writeWeek(good.week()), days, by);
        events.append(new Event.CalendarChanged(calendarId, number, by));
    }

    private void write(
            long calendarId,
            int number,
            String zone,
            String week,
            List<DayOff> days,
            @Nullable Long by) {
        var version =
                versions.save(
                        new CalendarVersionRow(
                                0, calendarId, number, zone, week, clock.instant(), by));
        for (var day : days) {
            rows.addDayOff(version.id(), day.day().toString(), day.origin(), day.name());
        }
    }

    /// A feed was read. What it says counts only while the calendar still has that feed.
    ///
    /// @return whether there is a new version
    @Transactional
    boolean renewFrom(long calendarId, String sealed, List<DayOff> days) {
        return rows.checked(calendarId, sealed, clock.instant(), null) == 1
                && renew(calendarId, days);
    }

    /// Days off that come from elsewhere have changed.
    ///
    /// @param feed what the feed says now; null to keep what it said
    /// @return whether there is a new version; not where somebody changes the calendar just now
    @Transactional
    boolean renew(long calendarId, @Nullable List<DayOff> feed) {
        var before = calendars.find(calendarId).orElseThrow();
        var zone = before.hours().zone();
        var horizon = Horizon.of(clock.instant(), zone);
        var days = new ArrayList<>(of(before.daysOff(), DayOff.Origin.CLOSURE));
        before.country()
                .ifPresent(country ->
                        days.addAll(holidays.between(country, horizon.from(), horizon.until())));
        days.addAll(feed == null ? of(before.daysOff(), DayOff.Origin.FEED) : feed);
        if (same(before.daysOff(), days) || rows.next(calendarId, before.number()) == 0) {
            return false;
        }
        write(
                calendarId,
                before.number() + 1,
                zone.getId(),
                WeekText.writeWeek(before.hours().week()),
                days,
                null);
        events.append(new Event.CalendarChanged(calendarId, before.number() + 1, 0));
        return true;
    }

    private static boolean same(List<DayOff> before, List<DayOff> now) {
        return keys(before).equals(keys(now));
    }

    /// A day counts once for each origin, under its first name, as it is stored.
    private static List<String> keys(List<DayOff> days) {
        var keys = new TreeMap<String, String>();
        days.forEach(day -> keys.putIfAbsent(day.day() + " " + day.origin(), day.name()));
        return keys.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
    }

    private static @Nullable String country(CalendarDraft draft) {
        return draft.country().isEmpty() ? null : draft.country();
    }

    private @Nullable String sealed(FeedDraft feed, @Nullable String before) {
        return switch (feed) {
            case FeedDraft.Kept _ -> before;
            case FeedDraft.None _ -> null;
            case FeedDraft.At(String address) -> secrets.seal(address.strip());
        };
    }
}
