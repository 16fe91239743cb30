package firsthour.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.clocks.BusinessHours.Block;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// The arithmetic of business hours against an oracle that looks at the wall once a minute. It
/// knows zones and weekdays by the JDK alone.
class BusinessHoursPropertyTest {
    /// With and without daylight saving; a change at midnight, of half an hour, and a day left out.
    private static final List<String> ZONES =
            List.of(
                    "UTC",
                    "Europe/Berlin",
                    "America/New_York",
                    "America/Sao_Paulo",
                    "Australia/Lord_Howe",
                    "Asia/Kathmandu",
                    "Asia/Beirut",
                    "Africa/Casablanca",
                    "Pacific/Apia",
                    "Atlantic/Azores");

    private static final long FROM = Instant.parse("2010-01-01T00:00:00Z").getEpochSecond() / 60;
    private static final long UNTIL = Instant.parse("2029-01-01T00:00:00Z").getEpochSecond() / 60;

    /// Looks at the wall each minute.
    private record Oracle(ZoneId zone, Map<DayOfWeek, List<int[]>> week, List<LocalDate> off) {

        boolean isOpen(long minute) {
            var wall = Instant.ofEpochSecond(minute * 60).atZone(zone);
            if (off.contains(wall.toLocalDate())) {
                return false;
            }
            int now = wall.getHour() * 60 + wall.getMinute();
            for (var block : week.getOrDefault(wall.getDayOfWeek(), List.of())) {
                if (block[0] <= now && now < block[1]) {
                    return true;
                }
            }
            return false;
        }

        /// The minute after the last one that is needed; -1 where it is further than a month.
        long after(long start, int minutes) {
            int left = minutes;
            for (long minute = start; minute < start + 31 * 24 * 60; minute++) {
                if (isOpen(minute) && --left == 0) {
                    return minute + 1;
                }
            }
            return -1;
        }

        int between(long from, long until) {
            int open = 0;
            for (long minute = from; minute < until; minute++) {
                open += isOpen(minute) ? 1 : 0;
            }
            return open;
        }

        BusinessHours hours() {
            var blocks = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
            week.forEach((day, some) ->
                    blocks.put(day, some.stream().map(b -> new Block(b[0], b[1])).toList()));
            var daysOff = new HashMap<LocalDate, String>();
            off.forEach(date -> daysOff.put(date, "off"));
            return new BusinessHours(zone, blocks, daysOff);
        }
    }

    @Property(tries = 10_000)
    void anEndIsWhereAWallThatIsLookedAtEachMinutePutsIt(
            @ForAll("weeks") Map<DayOfWeek, List<int[]>> week,
            @ForAll("zones") String zone,
            @ForAll("minutes") long start,
            @ForAll @IntRange(min = 1, max = 3_000) int length,
            @ForAll List<@IntRange(max = 20) Integer> off) {
        var oracle = oracle(week, zone, start, off);
        long expected = oracle.after(start, length);

        var due = oracle.hours().after(instant(start), Duration.ofMinutes(length));

        if (expected >= 0) {
            assertThat(due).contains(instant(expected));
        } else {
            assertThat(due.filter(at -> at.isBefore(instant(start + 31 * 24 * 60)))).isEmpty();
        }
    }

    @Property(tries = 10_000)
    void whatLiesBetweenIsWhatAWallThatIsLookedAtEachMinuteCounts(
            @ForAll("weeks") Map<DayOfWeek, List<int[]>> week,
            @ForAll("zones") String zone,
            @ForAll("minutes") long start,
            @ForAll @IntRange(max = 10_000) int length,
            @ForAll List<@IntRange(max = 20) Integer> off) {
        var oracle = oracle(week, zone, start, off);

        assertThat(oracle.hours().between(instant(start), instant(start + length)))
                .isEqualTo(Duration.ofMinutes(oracle.between(start, start + length)));
    }

    @Provide
    static Arbitrary<String> zones() {
        return Arbitraries.of(ZONES);
    }

    /// Anywhere, and often on a day on which clocks change.
    @Provide
    static Arbitrary<Long> minutes() {
        var anywhere = Arbitraries.longs().between(FROM, UNTIL);
        var near =
                Arbitraries.of(ZONES)
                        .filter(zone -> !ZoneId.of(zone).getRules().isFixedOffset())
                        .flatMap(zone ->
                                Arbitraries.longs()
                                        .between(FROM, UNTIL)
                                        .map(minute -> change(zone, minute)))
                        .flatMap(minute ->
                                Arbitraries.longs().between(-3_000, 300).map(by -> minute + by));
        return Arbitraries.oneOf(anywhere, near);
    }

    private static long change(String zone, long minute) {
        var next = ZoneId.of(zone).getRules().nextTransition(instant(minute));
        return next == null ? minute : next.getInstant().getEpochSecond() / 60;
    }

    /// Days of up to four blocks, which may touch each other and midnight.
    @Provide
    static Arbitrary<Map<DayOfWeek, List<int[]>>> weeks() {
        var day =
                Arbitraries.integers()
                        .between(0, 24 * 60)
                        .set()
                        .ofMinSize(0)
                        .ofMaxSize(8)
                        .map(ends -> {
                            var sorted = ends.stream().sorted().toList();
                            var blocks = new ArrayList<int[]>();
                            for (int i = 0; i + 1 < sorted.size(); i += 2) {
                                blocks.add(new int[] {sorted.get(i), sorted.get(i + 1)});
                            }
                            return (List<int[]>) blocks;
                        });
        return Combinators.combine(day.list().ofSize(7), Arbitraries.of(true, false))
                .as((days, round) -> {
                    var week = new EnumMap<DayOfWeek, List<int[]>>(DayOfWeek.class);
                    for (int i = 0; i < days.size(); i++) {
                        boolean always = round && i < 6;
                        week.put(
                                DayOfWeek.of(i + 1),
                                always ? List.of(new int[] {0, 24 * 60}) : days.get(i));
                    }
                    return week;
                });
    }

    private static Oracle oracle(
            Map<DayOfWeek, List<int[]>> week, String zone, long start, List<Integer> off) {
        var first = instant(start).atZone(ZoneId.of(zone)).toLocalDate();
        return new Oracle(
                ZoneId.of(zone),
                week,
                off.stream().map(days -> first.plusDays(days)).distinct().toList());
    }

    private static Instant instant(long minute) {
        return Instant.ofEpochSecond(minute * 60);
    }
}
