package firsthour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /// A Monday, at noon in Berlin.
    private static final Instant MONDAY = Instant.parse("2026-11-16T11:00:00Z");

    @Test
    void tooFewPostsTeachNothing() {
        assertThat(Rhythm.of(every(Duration.ofHours(12), 11, false), BERLIN)).isEmpty();
        assertThat(Rhythm.of(every(Duration.ofMinutes(5), 40, false), BERLIN)).isEmpty();
    }

    @Test
    void threeTimesARarePauseIsUnusual() {
        var rhythm = Rhythm.of(every(Duration.ofHours(4), 60, false), BERLIN).orElseThrow();

        assertThat(rhythm.usual()).isEqualTo(Duration.ofHours(4));
        assertThat(rhythm.restsAtWeekends()).isFalse();
        assertThat(rhythm.isQuiet(MONDAY, MONDAY.plus(Duration.ofHours(12)))).isFalse();
        assertThat(rhythm.isQuiet(MONDAY, MONDAY.plus(Duration.ofHours(12)).plusSeconds(1)))
                .isTrue();
    }

    @Test
    void aBusySourceMayPauseForSixHours() {
        var rhythm = Rhythm.of(every(Duration.ofMinutes(15), 400, false), BERLIN).orElseThrow();

        assertThat(rhythm.isQuiet(MONDAY, MONDAY.plus(Duration.ofHours(6)))).isFalse();
        assertThat(rhythm.isQuiet(MONDAY, MONDAY.plus(Duration.ofHours(7)))).isTrue();
    }

    @Test
    void aWeekendIsNoSilenceWhereNothingEverComesThen() {
        var rhythm = Rhythm.of(every(Duration.ofHours(3), 120, true), BERLIN).orElseThrow();
        var friday = Instant.parse("2026-11-20T20:00:00Z");

        assertThat(rhythm.restsAtWeekends()).isTrue();
        assertThat(rhythm.usual()).isEqualTo(Duration.ofHours(3));
        assertThat(rhythm.isQuiet(friday, Instant.parse("2026-11-23T05:00:00Z"))).isFalse();
        assertThat(rhythm.isQuiet(friday, Instant.parse("2026-11-23T12:00:00Z"))).isTrue();
    }

    @Test
    void aWeekendIsSilenceWhereSomethingComesThenToo() {
        var rhythm = Rhythm.of(every(Duration.ofHours(3), 120, false), BERLIN).orElseThrow();
        var friday = Instant.parse("2026-11-20T20:00:00Z");

        assertThat(rhythm.isQuiet(friday, Instant.parse("2026-11-21T12:00:00Z"))).isTrue();
    }

    @Test
    void aPostFromTheFutureIsNoSilence() {
        var rhythm = Rhythm.of(every(Duration.ofHours(4), 60, false), BERLIN).orElseThrow();

        assertThat(rhythm.isQuiet(MONDAY.plusSeconds(60), MONDAY)).isFalse();
    }

    /// Times before the Monday, the newest first.
    private static List<Instant> every(Duration pause, int number, boolean weekdaysOnly) {
        return Stream.iterate(MONDAY, at -> at.minus(pause))
                .filter(at -> !weekdaysOnly || isWeekday(at))
                .limit(number)
                .toList();
    }

    private static boolean isWeekday(Instant at) {
        var day = at.atZone(BERLIN).getDayOfWeek();
        return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
    }
}
