package firsthour.clocks;

import java.time.DayOfWeek;
import java.util.Map;

/// A calendar as somebody wrote it.
///
/// @param week the hours of each day, "09:00-12:30, 13:30-18:00"; a day without is closed
/// @param country code of [PublicHolidays]; empty for nobody's holidays
/// @param closures a line for each, "2026-12-24 Christmas Eve"
/// @param feed what becomes of its feed
public record CalendarDraft(
        String name,
        String zone,
        Map<DayOfWeek, String> week,
        String country,
        String closures,
        FeedDraft feed) {

    public CalendarDraft {
        week = Map.copyOf(week);
    }

    /// What becomes of a calendar's feed of days off.
    public sealed interface FeedDraft {
        /// It stays as it is, none where there was none.
        record Kept() implements FeedDraft {}

        /// It goes.
        record None() implements FeedDraft {}

        /// This one is asked.
        record At(String address) implements FeedDraft {}
    }
}
