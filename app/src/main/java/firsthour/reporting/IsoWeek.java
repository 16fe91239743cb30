package firsthour.reporting;

import static firsthour.language.Texts.t;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.regex.Pattern;

/// A week from Monday to Sunday, numbered as ISO 8601 does: week 1 holds the year's first Thursday.
///
/// @param year the week-based year, 1970 to 9998; it may differ from the calendar year of a day in
///   it
/// @param number 1 to 53; only long years have a week 53
public record IsoWeek(int year, int number) implements Comparable<IsoWeek> {
    private static final Pattern TEXT = Pattern.compile("(\\d{4})-?[Ww](\\d{1,2})");

    public IsoWeek {
        if (year < 1970 || year > 9998 || number < 1 || number > weeksIn(year)) {
            throw new IllegalArgumentException("No such week: " + year + "-W" + number);
        }
    }

    /// What a person typed, understood or not.
    public sealed interface Reading {}

    /// Understood.
    public record Read(IsoWeek week) implements Reading {}

    /// Not understood.
    ///
    /// @param why for the person who typed it: what is wrong and how a week is written
    public record Unreadable(String why) implements Reading {}

    /// Reads `2026-W46`, also `2026W46` and `2026-w46`.
    public static Reading read(String text) {
        var matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return new Unreadable(
                    t("“{0}” is not a week. Write year and week: 2026-W46.", shortened(text)));
        }
        int year = Integer.parseInt(matcher.group(1));
        int number = Integer.parseInt(matcher.group(2));
        if (year < 1970 || year > 9998) {
            return new Unreadable(t("There is no report for the year {0}.", year));
        }
        if (number < 1 || number > weeksIn(year)) {
            return new Unreadable(
                    t(
                            "There is no week {0} in {1}: its weeks are 1 to {2}.",
                            number, year, weeksIn(year)));
        }
        return new Read(new IsoWeek(year, number));
    }

    /// The week that a day belongs to.
    public static IsoWeek of(LocalDate day) {
        return new IsoWeek(
                day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /// The newest week that is over in a zone.
    public static IsoWeek lastComplete(Instant now, ZoneId zone) {
        return of(LocalDate.ofInstant(now, zone)).previous();
    }

    public LocalDate monday() {
        // 4 January always lies in week 1.
        return LocalDate.of(year, 1, 4).with(DayOfWeek.MONDAY).plusWeeks(number - 1L);
    }

    public IsoWeek previous() {
        return of(monday().minusWeeks(1));
    }

    public IsoWeek next() {
        return of(monday().plusWeeks(1));
    }

    public WeekSpan in(ZoneId zone) {
        return new WeekSpan(this, zone);
    }

    @Override
    public int compareTo(IsoWeek other) {
        return monday().compareTo(other.monday());
    }

    /// `2026-W46`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d-W%02d", year, number);
    }

    private static long weeksIn(int year) {
        return LocalDate.of(year, 7, 1).range(WeekFields.ISO.weekOfWeekBasedYear()).getMaximum();
    }

    private static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }
}
