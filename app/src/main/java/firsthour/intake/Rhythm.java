package firsthour.intake;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How often a source brings something, learned from what it brought.
///
/// @param usual half of the pauses between two posts are shorter
/// @param longest a silence that is longer is unusual: three times the pause that only one of
///   twenty exceeds, at least six hours
/// @param restsAtWeekends Saturdays and Sundays bring less than a quarter of what other days do:
///   they do not count as silence
/// @param zone in which days begin
record Rhythm(Duration usual, Duration longest, boolean restsAtWeekends, ZoneId zone) {
    private static final int FEWEST = 12;
    private static final Duration SHORTEST_HISTORY = Duration.ofDays(3);
    private static final Duration LEAST = Duration.ofHours(6);
    private static final int FACTOR = 3;
    private static final double WEEKEND_SHARE = 0.25;

    /// Learns from the times of posts.
    ///
    /// @param published the newest first
    /// @return empty while there are too few to learn from
    static Optional<Rhythm> of(List<Instant> published, ZoneId zone) {
        if (published.size() < FEWEST
                || Duration.between(published.getLast(), published.getFirst())
                                .compareTo(SHORTEST_HISTORY)
                        < 0) {
            return Optional.empty();
        }
        var rests = restsAtWeekends(published, zone);
        var pauses = new ArrayList<Duration>();
        for (int i = 1; i < published.size(); i++) {
            pauses.add(counted(published.get(i), published.get(i - 1), rests, zone));
        }
        pauses.sort(Duration::compareTo);
        var rare = pauses.get((int) Math.ceil(0.95 * pauses.size()) - 1).multipliedBy(FACTOR);
        return Optional.of(
                new Rhythm(
                        pauses.get(pauses.size() / 2),
                        rare.compareTo(LEAST) < 0 ? LEAST : rare,
                        rests,
                        zone));
    }

    /// Whether nothing came for an unusually long time.
    boolean isQuiet(Instant newest, Instant now) {
        return now.isAfter(newest)
                && counted(newest, now, restsAtWeekends, zone).compareTo(longest) > 0;
    }

    private static boolean restsAtWeekends(List<Instant> published, ZoneId zone) {
        var from = published.getLast().atZone(zone).toLocalDate();
        var to = published.getFirst().atZone(zone).toLocalDate();
        long weekendDays = 0;
        long otherDays = 0;
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (isWeekend(day.getDayOfWeek())) {
                weekendDays++;
            } else {
                otherDays++;
            }
        }
        long atWeekends =
                published.stream().filter(at -> isWeekend(at.atZone(zone).getDayOfWeek())).count();
        return weekendDays >= 2
                && otherDays > 0
                && atWeekends * (double) otherDays
                        < WEEKEND_SHARE * weekendDays * (published.size() - atWeekends);
    }

    /// The time between two instants, without weekends where they do not count.
    private static Duration counted(Instant from, Instant to, boolean rests, ZoneId zone) {
        if (!rests) {
            return Duration.between(from, to);
        }
        var sum = Duration.ZERO;
        for (var at = from; at.isBefore(to); ) {
            var local = at.atZone(zone);
            var midnight = local.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
            var end = midnight.isBefore(to) ? midnight : to;
            if (!isWeekend(local.getDayOfWeek())) {
                sum = sum.plus(Duration.between(at, end));
            }
            at = end;
        }
        return sum;
    }

    private static boolean isWeekend(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }
}
