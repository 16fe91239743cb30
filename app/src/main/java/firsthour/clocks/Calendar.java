package firsthour.clocks;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When people are there to answer, as it stands now.
///
/// @param versionId changes with every change
/// @param number of the version: 1, 2, …
/// @param daysOff in order; one day may be off for several reasons
/// @param country whose public holidays are days off, as "de" or "de-by"
public record Calendar(
        long id,
        String name,
        long versionId,
        int number,
        BusinessHours hours,
        List<DayOff> daysOff,
        Optional<String> country,
        Feed feed) {

    public Calendar {
        daysOff = List.copyOf(daysOff);
    }

    /// How its feed of days off fares.
    ///
    /// @param there whether it has one
    /// @param checkedAt when it was asked last
    /// @param trouble why nothing was taken then
    public record Feed(boolean there, Optional<Instant> checkedAt, Optional<String> trouble) {}

    /// What somebody closed, as it is written.
    public String closures() {
        return ClosureText.write(
                daysOff.stream().filter(day -> day.origin() == DayOff.Origin.CLOSURE).toList());
    }

    /// The hours of a day of the week, as they are written; empty where it is closed.
    public String hoursOn(DayOfWeek day) {
        return WeekText.write(hours.week().getOrDefault(day, List.of()));
    }
}
