package firsthour.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/// The instants of a week in a zone: from Monday 00:00 to, and without, the next Monday 00:00. A
/// change of daylight saving makes it 167 or 169 hours long.
public record WeekSpan(IsoWeek week, ZoneId zone) {

    /// The first instant, included.
    public Instant from() {
        return startOf(week.monday());
    }

    /// The first instant of the next week, excluded.
    public Instant to() {
        return startOf(week.monday().plusWeeks(1));
    }

    /// The seven days, Monday first.
    public List<LocalDate> days() {
        return IntStream.range(0, 7).mapToObj(week.monday()::plusDays).toList();
    }

    /// Where a day of this zone begins: at 00:00, or later where the clocks skip midnight.
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    public long hours() {
        return Duration.between(from(), to()).toHours();
    }

    public WeekSpan previous() {
        return new WeekSpan(week.previous(), zone);
    }
}
