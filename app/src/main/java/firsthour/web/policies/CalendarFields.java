package firsthour.web.policies;

import firsthour.clocks.Calendar;
import firsthour.clocks.CalendarDraft;
import firsthour.clocks.CalendarDraft.FeedDraft;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A calendar as it is typed: a field of the form by its name.
public record CalendarFields(Map<String, String> values) {

    public CalendarFields {
        values = Map.copyOf(values);
    }

    /// A working week.
    static CalendarFields blank(String zone) {
        var values = new HashMap<>(Map.of("name", "", "zone", zone, "country", ""));
        for (var day : DayOfWeek.values()) {
            values.put(field(day), day.getValue() <= 5 ? "09:00-17:00" : "");
        }
        return new CalendarFields(values);
    }

    /// What can be typed of a calendar; the address of its feed stays with us.
    static CalendarFields of(Calendar calendar) {
        var values = new HashMap<String, String>();
        values.put("name", calendar.name());
        values.put("zone", calendar.hours().zone().getId());
        values.put("country", calendar.country().orElse(""));
        values.put("closures", calendar.closures());
        for (var day : DayOfWeek.values()) {
            values.put(field(day), calendar.hoursOn(day));
        }
        return new CalendarFields(values);
    }

    /// What was typed in a field; empty where nothing was.
    public String at(String field) {
        return values.getOrDefault(field, "").strip();
    }

    /// The name of a day's field.
    public static String field(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    CalendarDraft draft() {
        var week = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, at(field(day)));
        }
        return new CalendarDraft(
                at("name"), at("zone"), week, at("country"), at("closures"), feed());
    }

    private FeedDraft feed() {
        if (!at("feed").isEmpty()) {
            return new FeedDraft.At(at("feed"));
        }
        return at("feed-gone").isEmpty() ? new FeedDraft.Kept() : new FeedDraft.None();
    }
}
