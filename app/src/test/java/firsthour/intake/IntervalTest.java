package firsthour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");
    private static final Duration USUAL = Duration.ofMinutes(20);

    @ParameterizedTest
    @CsvSource({"PT1M, 10", "PT2H, 15", "PT2H40M, 20", "P1D, 40", "P90D, 40"})
    void aBusySourceIsPulledSoonerThanAQuietOne(Duration age, int minutes) {
        assertAbout(Duration.ofMinutes(minutes), next(Optional.of(NOW.minus(age)), 1));
    }

    @Test
    void beforeTheFirstPostTheUsualIntervalHolds() {
        assertAbout(USUAL, next(Optional.empty(), 1));
    }

    @Test
    void aPostFromTheFutureDoesNotMakeASourceBusierThanBusy() {
        assertAbout(USUAL.dividedBy(2), next(Optional.of(NOW.plusSeconds(60)), 1));
    }

    @Test
    void sourcesThatBeginTogetherDoNotStayTogether() {
        assertThat(LongStream.range(0, 50).mapToObj(id -> next(Optional.empty(), id)).distinct())
                .hasSizeGreaterThan(45);
    }

    private static Duration next(Optional<Instant> newest, long source) {
        return Interval.next(USUAL, newest, NOW, source);
    }

    private static void assertAbout(Duration wanted, Duration got) {
        assertThat(got)
                .isBetween(
                        Duration.ofMillis(wanted.toMillis() * 9 / 10),
                        Duration.ofMillis(wanted.toMillis() * 11 / 10));
    }
}
