package firsthour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookRhythmTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, true, PT10M",
        "PT23H, true, PT10M",
        "P1D, true, PT1H",
        "P7D, true, P1D",
        "P89D, true, P1D",
        "PT0S, false, PT2H",
        "P1D, false, P1D",
        "P7D, false, P7D",
        "P29D, false, P7D"
    })
    void theYoungerAPostTheSoonerItIsLookedAtAgain(Duration age, boolean flagged, Duration wait) {
        assertThat(LookRhythm.next(NOW.minus(age), flagged, NOW)).contains(NOW.plus(wait));
    }

    @ParameterizedTest
    @CsvSource({"P30D, false", "P90D, true"})
    void anOldOneIsLeftAlone(Duration age, boolean flagged) {
        assertThat(LookRhythm.next(NOW.minus(age), flagged, NOW)).isEmpty();
    }

    @Test
    void aPostFromTheFutureIsAYoungOne() {
        assertThat(LookRhythm.next(NOW.plusSeconds(60), true, NOW))
                .contains(NOW.plus(Duration.ofMinutes(10)));
    }
}
