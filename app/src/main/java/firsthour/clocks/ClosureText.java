package firsthour.clocks;

import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Closures as people write them, a line for each day or range: "2026-12-24 Christmas Eve",
/// "2026-12-28 to 2026-12-31 Stocktaking".
final class ClosureText {
    /// Days of one range, and of all together.
    static final int MOST_DAYS = 1000;

    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final Pattern LINE =
            Pattern.compile(
                    "(" + DATE + ")(?:\\s*(?:to|until|–|\\.\\.)\\s*(" + DATE + "))?\\s*(.*)");

    private ClosureText() {}

    /// What was read.
    sealed interface Read {
        record Days(List<DayOff> days) implements Read {}

        /// A line that is no date.
        ///
        /// @param message for whoever wrote it
        record Unreadable(String message) implements Read {}
    }

    static Read read(String text) {
        var days = new LinkedHashMap<LocalDate, DayOff>();
        for (var line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            var match = LINE.matcher(line);
            try {
                if (!match.matches()) {
                    return unreadable(line);
                }
                var first = LocalDate.parse(match.group(1));
                var last = match.group(2) == null ? first : LocalDate.parse(match.group(2));
                var length = ChronoUnit.DAYS.between(first, last) + 1;
                if (length < 1 || length + days.size() > MOST_DAYS) {
                    return new Read.Unreadable(
                            length < 1
                                    ? t("“{0}” ends before it begins.", line)
                                    : t(
                                            "Those are more than {0} days. Close days of the week instead.",
                                            number(MOST_DAYS)));
                }
                first.datesUntil(last.plusDays(1))
                        .forEach(day ->
                                days.put(
                                        day,
                                        DayOff.named(day, DayOff.Origin.CLOSURE, match.group(3))));
            } catch (DateTimeParseException e) {
                return unreadable(line);
            }
        }
        return new Read.Days(List.copyOf(days.values()));
    }

    private static Read.Unreadable unreadable(String line) {
        return new Read.Unreadable(
                t(
                        "“{0}” is no date with a name. Write it like 2026-12-24 Christmas Eve, or 2026-12-28 to 2026-12-31 Stocktaking.",
                        line.length() > 80 ? line.substring(0, 80) + "…" : line));
    }

    /// What [#read] reads: days in a row with one name are one line.
    static String write(List<DayOff> closures) {
        var ranges = new ArrayList<List<DayOff>>();
        closures.stream()
                .sorted(Comparator.comparing(DayOff::day))
                .forEach(day -> {
                    if (!ranges.isEmpty() && follows(ranges.getLast().getLast(), day)) {
                        ranges.getLast().add(day);
                    } else {
                        ranges.add(new ArrayList<>(List.of(day)));
                    }
                });
        return ranges.stream().map(ClosureText::line).collect(Collectors.joining("\n"));
    }

    private static boolean follows(DayOff before, DayOff day) {
        return before.day().plusDays(1).equals(day.day()) && before.name().equals(day.name());
    }

    private static String line(List<DayOff> range) {
        var first = range.getFirst();
        var days =
                range.size() == 1 ? "" + first.day() : first.day() + " to " + range.getLast().day();
        return (days + " " + first.name()).strip();
    }
}
