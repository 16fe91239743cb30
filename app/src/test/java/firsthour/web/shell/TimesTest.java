package firsthour.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.web.shell.TimeLeft.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    /// A Tuesday, 13:20 in Oslo.
    private static final Instant NOW = Instant.parse("2026-11-10T12:20:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-10T12:18:00Z, 13:18",
        "2026-11-09T23:00:00Z, 00:00",
        "2026-11-09T22:59:00Z, yesterday 23:59",
        "2026-11-11T09:00:00Z, tomorrow 10:00",
        "2026-11-06T09:00:00Z, Fri 10:00",
        "2026-03-04T09:00:00Z, '4 Mar, 10:00'",
        "2024-03-04T09:00:00Z, 4 Mar 2024"
    })
    void aMomentIsShortInTheReadersZone(Instant at, String words) {
        assertThat(Times.moment(at, NOW, OSLO)).isEqualTo(words);
    }

    @Test
    void theExactInstantHasSecondsAndZone() {
        assertThat(Times.exact(NOW, OSLO)).isEqualTo("Tuesday 10 November 2026, 13:20:00 CET");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, under 1 min",
        "PT59S, under 1 min",
        "PT18M30S, 18 min",
        "PT1H, 1 h",
        "PT2H5M, 2 h 5 min",
        "PT11H50M, 11 h",
        "PT47H, 47 h",
        "PT72H, 3 d"
    })
    void aLengthIsSaidInItsLargestUnit(Duration length, String words) {
        assertThat(Times.span(length)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-10T12:19:30Z, just now",
        "2026-11-10T12:16:00Z, 4 min ago",
        "2026-11-10T14:20:00Z, in 2 h"
    })
    void aDistanceIsSaidFromNow(Instant at, String words) {
        assertThat(Times.ago(at, NOW)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-10T13:08:00Z, ON_TRACK, 48 min left, 20",
        "2026-11-10T12:32:00Z, SOON, 12 min left, 80",
        "2026-11-10T12:20:00Z, SOON, under 1 min left, 100",
        "2026-11-10T10:20:00Z, LATE, 2 h late, 100"
    })
    void timeLeftTurnsFromOnTrackToSoonToLate(Instant due, State state, String words, int percent) {
        var left = TimeLeft.running(due.minus(Duration.ofHours(1)), due, NOW);
        assertThat(left.state()).isEqualTo(state);
        assertThat(left.words()).isEqualTo(words);
        assertThat(left.percentUsed()).isEqualTo(percent);
    }

    @Test
    void whatWasDoneIsMetOrDoneLate() {
        var start = Instant.parse("2026-11-10T12:00:00Z");
        var due = Instant.parse("2026-11-10T13:00:00Z");
        var met = TimeLeft.met(start, due, start.plusSeconds(12 * 60));
        assertThat(met.state()).isEqualTo(State.MET);
        assertThat(met.words()).isEqualTo("met in 12 min");
        assertThat(met.startedAt()).as("stands still").isNull();
        var late = TimeLeft.met(start, due, due.plusSeconds(7200));
        assertThat(late.state()).isEqualTo(State.LATE);
        assertThat(late.words()).isEqualTo("done 2 h late");
    }
}
