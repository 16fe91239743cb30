package firsthour.clocks;

import firsthour.clocks.BusinessHours.Block;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The hours of a week as people write them, a line for each day: "MONDAY 09:00-12:30,
/// 13:30-18:00". The last minute of a day ends at 24:00.
final class WeekText {
    /// More parts of one day are a slip.
    private static final int MOST_BLOCKS = 12;

    private static final Pattern BLOCK =
            Pattern.compile("(\\d{1,2})[:.](\\d{2})\\s*[-–]\\s*(\\d{1,2})[:.](\\d{2})");

    private WeekText() {}

    /// The blocks of one day, in order; none for an empty text. Empty where it cannot be read.
    static Optional<List<Block>> read(String day) {
        var blocks = new ArrayList<Block>();
        if (day.isBlank()) {
            return Optional.of(blocks);
        }
        int last = 0;
        for (var part : day.split("[,;]", -1)) {
            var match = BLOCK.matcher(part.strip());
            if (!match.matches()) {
                return Optional.empty();
            }
            int from = minutes(match.group(1), match.group(2));
            int until = minutes(match.group(3), match.group(4));
            if (from < last || until <= from || until > Block.DAY) {
                return Optional.empty();
            }
            blocks.add(new Block(from, until));
            last = until;
        }
        return blocks.size() > MOST_BLOCKS ? Optional.empty() : Optional.of(blocks);
    }

    /// What [#read] reads.
    static String write(List<Block> blocks) {
        return blocks.stream()
                .map(block -> time(block.from()) + "-" + time(block.until()))
                .collect(Collectors.joining(", "));
    }

    /// A whole week, as it is stored.
    static String writeWeek(Map<DayOfWeek, List<Block>> week) {
        return new EnumMap<>(week)
                .entrySet().stream()
                        .map(day -> day.getKey() + " " + write(day.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    /// What [#writeWeek] wrote.
    static Map<DayOfWeek, List<Block>> readWeek(String stored) {
        var week = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
        stored.lines()
                .map(line -> line.split(" ", 2))
                .forEach(parts ->
                        week.put(
                                DayOfWeek.valueOf(parts[0]),
                                read(parts[1])
                                        .orElseThrow(() ->
                                                new IllegalStateException(
                                                        "Stored hours cannot be"
                                                                + " read: "
                                                                + parts[1]))));
        return week;
    }

    private static int minutes(String hours, String minutes) {
        int past = Integer.parseInt(minutes);
        return past > 59 ? Block.DAY + 1 : Integer.parseInt(hours) * 60 + past;
    }

    private static String time(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
