package firsthour.clocks;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// When people are there to answer. An instant is open when the clock on the wall shows a time
/// within a block of its day, and the day is no day off: an hour that the wall shows twice counts
/// twice, and one that it leaves out does not count.
///
/// @param zone of the wall
/// @param week the blocks of each day, in order and apart from each other; a day without is closed
/// @param daysOff by date, each with its name
public record BusinessHours(
        ZoneId zone, Map<DayOfWeek, List<Block>> week, Map<LocalDate, String> daysOff)
        implements Hours {

    /// How far ahead an end of a time is looked for.
    static final int LONGEST_DAYS = 5 * 366;

    public BusinessHours {
        var days = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
        week.forEach((day, blocks) -> {
            if (!blocks.isEmpty()) {
                days.put(day, apart(blocks));
            }
        });
        week = Map.copyOf(days);
        daysOff = Map.copyOf(daysOff);
    }

    /// A part of a day.
    ///
    /// @param from minutes after midnight, 0 to 1,439
    /// @param until minutes after midnight, up to 1,440, which is the end of the day; not in it
    public record Block(int from, int until) {
        static final int DAY = 24 * 60;

        public Block {
            if (from < 0 || until > DAY || from >= until) {
                throw new IllegalArgumentException(
                        "A block lies within a day and ends after it begins");
            }
        }

        LocalDateTime begin(LocalDate date) {
            return date.atStartOfDay().plusMinutes(from);
        }

        LocalDateTime end(LocalDate date) {
            return date.atStartOfDay().plusMinutes(until);
        }
    }

    /// A stretch of time that counts.
    ///
    /// @param until not in it
    public record Span(Instant from, Instant until) {
        Duration length() {
            return Duration.between(from, until);
        }
    }

    private static List<Block> apart(List<Block> blocks) {
        for (int i = 1; i < blocks.size(); i++) {
            if (blocks.get(i).from() < blocks.get(i - 1).until()) {
                throw new IllegalArgumentException(
                        "The blocks of a day follow each other and do not overlap");
            }
        }
        return List.copyOf(blocks);
    }

    @Override
    public Optional<Instant> after(Instant start, Duration length) {
        var left = length;
        var walk = new Walk(start);
        var last = start.plus(LONGEST_DAYS, ChronoUnit.DAYS);
        while (walk.at.isBefore(last)) {
            for (var open : walk.nextPart()) {
                if (open.length().compareTo(left) >= 0) {
                    return Optional.of(open.from().plus(left));
                }
                left = left.minus(open.length());
            }
        }
        return Optional.empty();
    }

    @Override
    public Duration between(Instant from, Instant until) {
        return open(from, until).stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }

    /// The open stretches between two instants, in order, none across midnight; none where the
    /// second is not later.
    List<Span> open(Instant from, Instant until) {
        var spans = new ArrayList<Span>();
        var walk = new Walk(from);
        while (walk.at.isBefore(until)) {
            for (var open : walk.nextPart()) {
                var end = earlier(open.until(), until);
                if (open.from().isBefore(end)) {
                    spans.add(new Span(open.from(), end));
                }
            }
        }
        return spans;
    }

    /// Walks through time in parts that lie within one day and one offset of the zone.
    private final class Walk {
        private Instant at;

        Walk(Instant start) {
            this.at = start;
        }

        /// The open stretches from here to the end of the part, to which it moves on.
        List<Span> nextPart() {
            var offset = zone.getRules().getOffset(at);
            var date = LocalDate.ofInstant(at, offset);
            var midnight = date.plusDays(1).atStartOfDay().toInstant(offset);
            var change = change();
            var end =
                    change.isPresent() && change.get().isBefore(midnight) ? change.get() : midnight;
            var open = new ArrayList<Span>();
            for (var block : blocks(date)) {
                var from = later(at, block.begin(date).toInstant(offset));
                var until = earlier(end, block.end(date).toInstant(offset));
                if (from.isBefore(until)) {
                    open.add(new Span(from, until));
                }
            }
            at = end;
            return open;
        }

        private Optional<Instant> change() {
            return Optional.ofNullable(zone.getRules().nextTransition(at))
                    .map(ZoneOffsetTransition::getInstant);
        }

        private List<Block> blocks(LocalDate date) {
            return daysOff.containsKey(date)
                    ? List.of()
                    : week.getOrDefault(date.getDayOfWeek(), List.of());
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
