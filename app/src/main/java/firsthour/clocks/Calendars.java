package firsthour.clocks;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// When people are there to answer: calendars, which brands share, and all versions that they had.
@Singleton
public class Calendars {
    private final CalendarRows rows;
    private final CalendarVersionRows versions;

    /// A version never changes.
    private final Map<Long, BusinessHours> known = new ConcurrentHashMap<>();

    Calendars(CalendarRows rows, CalendarVersionRows versions) {
        this.rows = rows;
        this.versions = versions;
    }

    /// All calendars, by name.
    public List<Calendar> list() {
        return rows.list().stream().map(this::calendar).toList();
    }

    /// Finds a calendar as it stands.
    public Optional<Calendar> find(long id) {
        return rows.findById(id).map(this::calendar);
    }

    /// The hours of a version.
    ///
    /// @throws NoSuchElementException where there is none with this id
    BusinessHours hours(long versionId) {
        return known.computeIfAbsent(
                versionId,
                id ->
                        versions.findById(id)
                                .orElseThrow(() -> new NoSuchElementException("No version " + id))
                                .hours(daysOff(id)));
    }

    /// A target of a policy with the hours of now. Where people are not to be there within five
    /// years, all time counts.
    AppliedTarget apply(Policy policy, Policy.Target target, Instant from) {
        var calendar =
                policy.calendarId().isEmpty()
                        ? Optional.<Calendar>empty()
                        : find(policy.calendarId().getAsLong());
        var hours =
                calendar.filter(_ -> target.business())
                        .map(Calendar::hours)
                        .filter(business -> business.after(from, target.within()).isPresent());
        return new AppliedTarget(
                target.within(), hours.isPresent() ? hours.get() : new AroundTheClock(), calendar);
    }

    private Calendar calendar(CalendarRow row) {
        var version = versions.findNewest(row.id()).orElseThrow();
        var daysOff = daysOff(version.id());
        return new Calendar(
                row.id(),
                row.name(),
                version.id(),
                version.number(),
                version.hours(daysOff),
                daysOff,
                Optional.ofNullable(row.country()),
                new Calendar.Feed(
                        row.feedSealed() != null,
                        Optional.ofNullable(row.feedCheckedAt()),
                        Optional.ofNullable(row.feedTrouble())));
    }

    private List<DayOff> daysOff(long versionId) {
        return rows.findDaysOff(versionId).stream().map(CalendarRows.DayOffRow::dayOff).toList();
    }
}
