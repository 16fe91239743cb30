package firsthour.clocks;

/// What came of saving a calendar.
public sealed interface CalendarSaving {
    /// It is saved.
    record Saved(long calendarId) implements CalendarSaving {}

    /// Somebody else, or a feed, changed it meanwhile; nothing was saved.
    record Stale() implements CalendarSaving {}

    /// Nothing was saved.
    ///
    /// @param field name, zone, monday to sunday, country, closures or feed
    /// @param message for whoever wrote it
    record Refused(String field, String message) implements CalendarSaving {}
}
