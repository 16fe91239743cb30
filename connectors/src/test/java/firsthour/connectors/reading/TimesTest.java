package firsthour.connectors.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-09T10:00:00Z, 2026-11-09T10:00:00Z",
        "2026-11-09T10:00:00.045123456Z, 2026-11-09T10:00:00.045123456Z",
        "2026-11-09T10:00:00+05:30, 2026-11-09T04:30:00Z",
        "2026-11-09T10:00:00, 2026-11-09T10:00:00Z"
    })
    void aTimeIsReadWithItsZoneOrByUtc(String written, Instant time) {
        assertThat(Times.find(written)).contains(time);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "yesterday",
                "2026-11-09",
                "2026-13-09T10:00:00Z",
                "1794218520",
                "+1000000000-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z"
            })
    void whatIsNoUsableTimeIsNone(String written) {
        assertThat(Times.find(written)).isEmpty();
    }

    @Test
    void secondsOfTheEpochAreATimeWhereTheyAreWithinReason() {
        assertThat(Times.ofSeconds(0L)).contains(Instant.EPOCH);
        assertThat(Times.ofSeconds(null)).isEmpty();
        assertThat(Times.ofSeconds(Long.MAX_VALUE)).isEmpty();
        assertThat(Times.ofSeconds(Long.MIN_VALUE)).isEmpty();
        assertThat(Times.ofSeconds(1_000_000_000_000_000L)).isEmpty();
    }
}
