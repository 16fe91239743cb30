package firsthour.clocks;

import java.time.LocalDate;

/// A day on which nobody is there.
///
/// @param name at most 190 characters; empty where none was given
public record DayOff(LocalDate day, Origin origin, String name) {
    static final int LONGEST_NAME = 190;

    /// Who says so.
    public enum Origin {
        /// Somebody wrote it.
        CLOSURE,
        /// A public holiday of the calendar's country or region.
        PUBLIC,
        /// The calendar's feed.
        FEED
    }

    /// With a name of any length.
    static DayOff named(LocalDate day, Origin origin, String name) {
        var line = name.strip().replaceAll("\\s+", " ");
        return new DayOff(
                day,
                origin,
                line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME - 1) + "…");
    }
}
