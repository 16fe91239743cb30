package firsthour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.connectors.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleTest {
    private static final Instant NOW = Instant.parse("2026-11-16T12:20:00Z");

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 4", "5, 32", "6, 60", "7, 60", "1000, 60"})
    void theWaitDoublesFromAMinuteToAnHour(int refusalsBefore, int minutes) {
        assertThat(Trouble.nextPull(new Refusal.Transient("503"), NOW, refusalsBefore))
                .isEqualTo(NOW.plus(Duration.ofMinutes(minutes)));
    }

    @Test
    void theNetworksOwnTimeIsKeptHoweverOftenItRefused() {
        var until = NOW.plus(Duration.ofHours(5));
        assertThat(Trouble.nextPull(new Refusal.QuotaExhausted(until, "used up"), NOW, 0))
                .isEqualTo(until);
        assertThat(Trouble.nextPull(new Refusal.RateLimited(Optional.of(until), "429"), NOW, 9))
                .isEqualTo(until);
    }

    @Test
    void whatIsDeniedMayBeSoHereOrOnTheWay() {
        assertThat(Trouble.of(new Refusal.Denied("HTTP 407")).remedy())
                .contains("Allow the host", "here", "proxy", "remove the source");
    }

    @Test
    void aTimeThatIsPastOrNotSaidIsNoHaste() {
        var past = Optional.of(NOW.minusSeconds(1));
        assertThat(Trouble.nextPull(new Refusal.RateLimited(past, "429"), NOW, 1))
                .isEqualTo(NOW.plus(Duration.ofMinutes(2)));
        assertThat(Trouble.nextPull(new Refusal.RateLimited(Optional.empty(), "429"), NOW, 0))
                .isEqualTo(NOW.plus(Duration.ofMinutes(1)));
    }
}
