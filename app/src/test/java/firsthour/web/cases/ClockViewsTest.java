package firsthour.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.clocks.BusinessHours;
import firsthour.clocks.CaseClock;
import firsthour.clocks.ClockKind;
import firsthour.clocks.ClockState;
import firsthour.clocks.Deadline;
import firsthour.clocks.Receipt;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockViewsTest {
    /// A Friday; people are there from 09:00 to 17:00.
    private static final String DAY = "2026-11-13T";

    private static final BusinessHours HOURS =
            new BusinessHours(
                    ZoneOffset.UTC,
                    Map.of(DayOfWeek.FRIDAY, List.of(new BusinessHours.Block(9 * 60, 17 * 60))),
                    Map.of());

    @ParameterizedTest
    @CsvSource({
        "16:30:00, 17:30:00, 30 min",
        "16:59:30, 17:30:00, under 1 min",
        "17:00:00, 17:30:00, 0 min",
    })
    void whatLayInBusinessHoursIsSaidAndThatNothingDid(String start, String met, String told) {
        var startedAt = Instant.parse(DAY + start + "Z");
        var dueAt = startedAt.plus(Duration.ofHours(1));
        var clock =
                new CaseClock(
                        1,
                        1,
                        ClockKind.ACKNOWLEDGEMENT,
                        ClockState.MET,
                        new Receipt(
                                new Deadline(startedAt, startedAt, startedAt, dueAt),
                                Duration.ofHours(1),
                                HOURS,
                                List.of()),
                        Optional.of(HOURS),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Instant.parse(DAY + met + "Z")),
                        Optional.empty());
        assertThat(ClockViews.of(clock, true, dueAt, ZoneOffset.UTC).what())
                .endsWith(", " + told + " of it in business hours");
    }
}
