package firsthour.clocks;

import firsthour.secrets.Secrets;
import firsthour.time.Clock;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/// Keeps the days off that come from elsewhere: public holidays as the years go by, and feeds. A
/// feed that is down or says nonsense changes nothing; the trouble is noted for people.
@Singleton
public class HolidayRefresh {
    private static final Duration FEED_EVERY = Duration.ofHours(12);

    private final CalendarRows rows;
    private final Calendars calendars;
    private final CalendarChanges changes;
    private final HolidayFeed feed;
    private final Secrets secrets;
    private final Clock clock;

    HolidayRefresh(
            CalendarRows rows,
            Calendars calendars,
            CalendarChanges changes,
            HolidayFeed feed,
            Secrets secrets,
            Clock clock) {
        this.rows = rows;
        this.calendars = calendars;
        this.changes = changes;
        this.feed = feed;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Looks at every calendar, and asks each feed that was not asked for half a day.
    ///
    /// @return how many calendars have a new version
    public int sweep() {
        var since = clock.instant().minus(FEED_EVERY);
        int changed = 0;
        for (var row : rows.findFed()) {
            var due =
                    row.feedSealed() != null
                            && (row.feedCheckedAt() == null || row.feedCheckedAt().isBefore(since));
            if (due ? ask(row) : changes.renew(row.id(), null)) {
                changed++;
            }
        }
        return changed;
    }

    /// Asks the feed of a calendar now, where it has one.
    public void ask(long calendarId) {
        rows.findById(calendarId).ifPresent(this::ask);
    }

    private boolean ask(CalendarRow row) {
        var sealed = row.feedSealed();
        if (sealed == null) {
            return false;
        }
        var zone = calendars.find(row.id()).orElseThrow().hours().zone();
        var now = clock.instant();
        var horizon = Horizon.of(now, zone);
        var read = feed.read(URI.create(secrets.open(sealed)), horizon.from(), horizon.until());
        return switch (plausible(read, LocalDate.ofInstant(now, zone))) {
            case HolidayFeed.Read.Trouble(String message) -> {
                rows.checked(row.id(), sealed, now, message);
                yield changes.renew(row.id(), null);
            }
            case HolidayFeed.Read.Days(List<DayOff> days) ->
                    changes.renewFrom(row.id(), sealed, days);
        };
    }

    /// A feed that closes most of the coming year is not believed.
    private static HolidayFeed.Read plausible(HolidayFeed.Read read, LocalDate today) {
        if (!(read instanceof HolidayFeed.Read.Days(List<DayOff> days))) {
            return read;
        }
        var ahead =
                days.stream()
                        .map(DayOff::day)
                        .filter(day -> !day.isBefore(today) && day.isBefore(today.plusYears(1)))
                        .distinct()
                        .count();
        return ahead > HolidayFeed.MOST_DAYS_A_YEAR
                ? new HolidayFeed.Read.Trouble(
                        "The feed names %d days off in the coming year, more than %d, and nothing of it was taken. Look whether it is a calendar of holidays."
                                .formatted(ahead, HolidayFeed.MOST_DAYS_A_YEAR))
                : read;
    }
}
