package firsthour.web.policies;

import firsthour.language.Language;
import firsthour.web.policies.PoliciesView.Choice;
import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A calendar that is written.
///
/// @param id 0 for a new one
/// @param number of the version that is shown
/// @param daysOff that come from elsewhere, from today on
@Introspected
public record CalendarView(
        long id,
        int number,
        CalendarFields typed,
        List<Choice> places,
        List<DayLine> daysOff,
        @Nullable Feed feed,
        FormErrors errors) {

    /// A day off.
    ///
    /// @param day "Fri 25 December 2026"
    /// @param origin who says so
    public record DayLine(String day, String name, String origin) {}

    /// How the feed fares.
    ///
    /// @param checkedAt null before it was asked
    /// @param trouble null where all is well
    public record Feed(@Nullable Instant checkedAt, @Nullable String trouble) {}

    /// The days of a week.
    public List<DayOfWeek> days() {
        return List.of(DayOfWeek.values());
    }

    /// A day's name.
    public static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Language.current().locale());
    }

    /// Where the form is sent.
    public String path() {
        return "/brands/calendars/" + (id == 0 ? "new" : "" + id);
    }
}
