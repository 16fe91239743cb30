package firsthour.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.clocks.BusinessHours.Block;
import firsthour.language.Language;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<Block> DAY = List.of(new Block(9 * 60, 17 * 60));

    @Test
    void aroundTheClockItNamesTheStart() {
        assertThat(told(new AroundTheClock(), "2026-11-16T13:20", Duration.ofHours(1)))
                .isEqualTo("due Mon 14:20: 1 h after 13:20");
        assertThat(told(new AroundTheClock(), "2026-11-16T13:20", Duration.ofDays(10)))
                .isEqualTo("due Thu 26 Nov 13:20: 240 h after Mon 16 Nov 13:20");
    }

    @Test
    void overAWeekendItNamesTheClosedDays() {
        assertThat(told(weekdays(DAY, Map.of()), "2026-11-20T16:30", Duration.ofHours(1)))
                .isEqualTo(
                        "due Mon 09:30: opened Fri 16:30, 30 min left that day, closed Sat and Sun,"
                                + " 30 min on Monday");
    }

    @Test
    void aHolidayIsNamed() {
        var hours = weekdays(DAY, Map.of(LocalDate.parse("2026-12-25"), "Christmas Day"));
        assertThat(told(hours, "2026-12-24T16:30", Duration.ofHours(1)))
                .isEqualTo(
                        "due Mon 09:30: opened Thu 16:30, 30 min left that day, closed Fri"
                                + " (Christmas Day), Sat and Sun, 30 min on Monday");
        assertThat(told(hours, "2026-12-25T10:00", Duration.ofHours(1)))
                .isEqualTo(
                        "due Mon 10:00: opened Fri 10:00, closed that day (Christmas Day), closed"
                                + " Sat and Sun, 1 h on Monday");
    }

    @Test
    void aHolidayHasItsNameInTheLanguageOfWhoeverReads() {
        var hours = weekdays(DAY, Map.of(LocalDate.parse("2026-12-25"), "Christmas"));
        for (var within : List.of(Duration.ofHours(1), Duration.ofHours(50))) {
            assertThat(Language.GERMAN.say(() -> told(hours, "2026-12-24T16:30", within)))
                    .contains("(Weihnachten)");
        }
    }

    @Test
    void beforeAndAfterHoursItSaysSo() {
        var hours = weekdays(DAY, Map.of());
        assertThat(told(hours, "2026-11-16T07:00", Duration.ofHours(1)))
                .isEqualTo("due Mon 10:00: opened Mon 07:00, closed until 09:00, 1 h that day");
        assertThat(told(hours, "2026-11-16T22:00", Duration.ofHours(1)))
                .isEqualTo("due Tue 10:00: opened Mon 22:00, closed by then, 1 h on Tuesday");
    }

    @Test
    void manyDaysAreSummedUp() {
        var hours = weekdays(DAY, Map.of(LocalDate.parse("2026-12-25"), "Christmas Day"));
        assertThat(told(hours, "2026-12-21T16:00", Duration.ofHours(50)))
                .isEqualTo(
                        "due Thu 31 Dec 10:00: opened Mon 21 Dec 16:00, 1 h left that day, 48 h on"
                                + " 6 days, closed 3 (Christmas Day), 1 h on Thursday");
    }

    @Test
    void whatIsNotCountedIsNamedAndLeftOut() {
        var hours = weekdays(DAY, Map.of());
        var start = at("2026-11-16T10:00");
        var pauses = List.of(new Pause(at("2026-11-16T10:30"), at("2026-11-17T11:00")));
        var within = Duration.ofHours(1);
        var deadline = Deadline.of(within, hours, start, pauses);
        assertThat(new Receipt(deadline, within, hours, pauses).inWords(BERLIN))
                .isEqualTo(
                        "due Tue 11:30: opened Mon 10:00, 30 min left that day, 30 min on Tuesday,"
                                + " paused from Mon 10:30 to Tue 11:00");
    }

    @Test
    void daysOnWhichTheCustomerWasWaitedForAreNotClosed() {
        var hours = weekdays(DAY, Map.of());
        var start = at("2026-11-16T10:00");
        var pauses = List.of(new Pause(at("2026-11-16T10:00"), at("2026-11-19T14:00")));
        var within = Duration.ofHours(1);
        var deadline = Deadline.of(within, hours, start, pauses);
        assertThat(new Receipt(deadline, within, hours, pauses).inWords(ZoneId.of("Asia/Tokyo")))
                .isEqualTo(
                        "due Thu 15:00 (Europe/Berlin): opened Mon 10:00, 1 h on Thursday, paused"
                                + " from Mon 10:00 to Thu 14:00");
    }

    @Test
    void aReaderElsewhereIsToldTheZone() {
        var hours = weekdays(DAY, Map.of());
        var within = Duration.ofHours(1);
        var deadline = Deadline.of(within, hours, at("2026-11-16T10:00"), List.of());
        assertThat(new Receipt(deadline, within, hours, List.of()).inWords(ZoneId.of("Asia/Tokyo")))
                .isEqualTo("due Mon 11:00 (Europe/Berlin): opened Mon 10:00, 1 h that day");
    }

    @Test
    void warningsCountOpenTimeAsWell() {
        var deadline =
                Deadline.of(
                        Duration.ofHours(1),
                        weekdays(DAY, Map.of()),
                        at("2026-11-20T16:30"),
                        List.of());
        assertThat(deadline.halfAt()).isEqualTo(at("2026-11-20T17:00"));
        assertThat(deadline.warnAt()).isEqualTo(at("2026-11-23T09:18"));
    }

    @Test
    void aClockChangeWhileACaseIsOpenCountsTheHourThatWasThere() {
        var all = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            all.put(day, List.of(new Block(0, 1440)));
        }
        var deadline =
                Deadline.of(
                        Duration.ofHours(24),
                        new BusinessHours(BERLIN, all, Map.of()),
                        at("2026-10-24T12:00"),
                        List.of());
        assertThat(deadline.dueAt()).isEqualTo(at("2026-10-25T11:00"));
    }

    private static String told(Hours hours, String start, Duration within) {
        var deadline = Deadline.of(within, hours, at(start), List.of());
        return new Receipt(deadline, within, hours, List.of()).inWords(BERLIN);
    }

    private static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(BERLIN).toInstant();
    }

    private static BusinessHours weekdays(List<Block> blocks, Map<LocalDate, String> daysOff) {
        var week = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                week.put(day, blocks);
            }
        }
        return new BusinessHours(BERLIN, week, daysOff);
    }
}
