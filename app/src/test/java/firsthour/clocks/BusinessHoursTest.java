package firsthour.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthour.clocks.BusinessHours.Block;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BusinessHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<Block> OFFICE = List.of(new Block(9 * 60, 17 * 60));
    private static final List<Block> ALWAYS = List.of(new Block(0, 24 * 60));

    @Test
    void onFridayAtHalfPastFourOneHourEndsOnMondayAtHalfPastNine() {
        var hours = weekdays(OFFICE, Map.of());

        assertThat(after(hours, "2026-11-20T16:30", Duration.ofHours(1)))
                .isEqualTo(LocalDateTime.parse("2026-11-23T09:30"));
    }

    @Test
    void whatIsUsedUpWhenTheDayEndsIsDueThenAndNotWhenTheNextBegins() {
        var hours = weekdays(OFFICE, Map.of());

        assertThat(after(hours, "2026-11-20T16:00", Duration.ofHours(1)))
                .isEqualTo(LocalDateTime.parse("2026-11-20T17:00"));
    }

    @Test
    void lunchDoesNotCount() {
        var hours = weekdays(List.of(new Block(540, 720), new Block(780, 1020)), Map.of());

        assertThat(after(hours, "2026-11-20T11:30", Duration.ofHours(1)))
                .isEqualTo(LocalDateTime.parse("2026-11-20T13:30"));
    }

    @Test
    void aDayOffDoesNotCount() {
        var hours = weekdays(OFFICE, Map.of(LocalDate.parse("2026-11-23"), "Inventory"));

        assertThat(after(hours, "2026-11-20T16:30", Duration.ofHours(1)))
                .isEqualTo(LocalDateTime.parse("2026-11-24T09:30"));
    }

    @Test
    void roundTheClockLosesNoMinute() {
        var hours = new BusinessHours(BERLIN, all(ALWAYS), Map.of());
        var start = Instant.parse("2026-01-01T00:00:30Z");
        var year = Duration.ofDays(365);

        assertThat(hours.after(start, year)).contains(start.plus(year));
        assertThat(hours.between(start, start.plus(year))).isEqualTo(year);
    }

    @Test
    void anHourThatTheWallShowsTwiceCountsTwiceAndOneThatItLeavesOutDoesNot() {
        var night = new BusinessHours(BERLIN, all(List.of(new Block(0, 240))), Map.of());

        assertThat(night.between(at("2026-10-25T00:00"), at("2026-10-25T12:00")))
                .isEqualTo(Duration.ofHours(5));
        assertThat(night.between(at("2026-03-29T00:00"), at("2026-03-29T12:00")))
                .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void whereItNeverOpensNothingIsDue() {
        var hours = new BusinessHours(BERLIN, Map.of(), Map.of());

        assertThat(hours.after(at("2026-11-20T16:30"), Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void blocksOfADayFollowEachOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all(List.of(new Block(540, 720), new Block(700, 800)), true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Block(600, 600));
        assertThatIllegalArgumentException().isThrownBy(() -> new Block(600, 1441));
        assertThatIllegalArgumentException().isThrownBy(() -> new Block(-1, 60));
    }

    private static BusinessHours all(List<Block> blocks, boolean open) {
        return new BusinessHours(BERLIN, open ? all(blocks) : Map.of(), Map.of());
    }

    private static Map<DayOfWeek, List<Block>> all(List<Block> blocks) {
        return Arrays.stream(DayOfWeek.values())
                .collect(
                        Collectors.toMap(
                                day -> day,
                                day -> blocks,
                                (one, _) -> one,
                                () -> new EnumMap<>(DayOfWeek.class)));
    }

    private static BusinessHours weekdays(List<Block> blocks, Map<LocalDate, String> daysOff) {
        var week = all(blocks);
        week.remove(DayOfWeek.SATURDAY);
        week.remove(DayOfWeek.SUNDAY);
        return new BusinessHours(BERLIN, week, daysOff);
    }

    private static LocalDateTime after(BusinessHours hours, String start, Duration length) {
        return LocalDateTime.ofInstant(hours.after(at(start), length).orElseThrow(), BERLIN);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
