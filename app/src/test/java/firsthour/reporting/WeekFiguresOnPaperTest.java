package firsthour.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can be checked with pencil and paper: weeks, percentages, percentiles, words.
class WeekFiguresOnPaperTest {

    @ParameterizedTest
    @CsvSource({
        "2026-W46, 2026-11-09",
        "2026w46, 2026-11-09",
        " 2026-W01 , 2025-12-29",
        "2026-W53, 2026-12-28",
        "2027-W1, 2027-01-04",
    })
    void aWeekBeginsOnItsMonday(String text, LocalDate monday) {
        assertThat(IsoWeek.read(text))
                .isInstanceOfSatisfying(
                        IsoWeek.Read.class,
                        read -> assertThat(read.week().monday()).isEqualTo(monday));
        assertThat(IsoWeek.of(monday).toString())
                .isEqualTo(
                        IsoWeek.read(text) instanceof IsoWeek.Read(IsoWeek week) ? "" + week : "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-W53 | There is no week 53 in 2027: its weeks are 1 to 52.",
                "2026-W54 | There is no week 54 in 2026: its weeks are 1 to 53.",
                "2026-W00 | There is no week 0 in 2026: its weeks are 1 to 53.",
                "last | “last” is not a week. Write year and week: 2026-W46.",
                "2026-46 | “2026-46” is not a week. Write year and week: 2026-W46.",
                "0001-W01 | There is no report for the year 1.",
            })
    void aWeekThatIsNoneSaysWhy(String text, String why) {
        assertThat(IsoWeek.read(text)).isEqualTo(new IsoWeek.Unreadable(why));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-W43, Europe/Berlin, 169",
        "2026-W13, Europe/Berlin, 167",
        "2026-W46, Europe/Berlin, 168",
        "2026-W46, UTC, 168",
    })
    void aWeekIsAsLongAsItsZoneMakesIt(String text, ZoneId zone, long hours) {
        assertThat(week(text).in(zone).hours()).isEqualTo(hours);
    }

    @Test
    void theLastCompleteWeekEndsAtMidnightWhereTheBrandIs() {
        var sundayNightInBerlin = Instant.parse("2026-11-15T22:59:59Z");
        var berlin = ZoneId.of("Europe/Berlin");
        assertThat(IsoWeek.lastComplete(sundayNightInBerlin, berlin)).hasToString("2026-W45");
        assertThat(IsoWeek.lastComplete(sundayNightInBerlin.plusSeconds(1), berlin))
                .hasToString("2026-W46");
        assertThat(new IsoWeek(2027, 1).previous()).hasToString("2026-W53");
        assertThat(new IsoWeek(2026, 53).next()).hasToString("2027-W01");
    }

    @Test
    void percentilesAreTimesThatSomebodyWaited() {
        assertThat(Spread.of(List.of())).isEmpty();
        assertThat(minutes(7)).isEqualTo(spread(1, 7, 7, 7));
        assertThat(minutes(9, 1)).isEqualTo(spread(2, 1, 9, 9));
        assertThat(minutes(10, 20, 30)).isEqualTo(spread(3, 20, 30, 30));
        assertThat(minutes(IntStream.rangeClosed(1, 10).toArray())).isEqualTo(spread(10, 5, 9, 10));
        assertThat(minutes(IntStream.rangeClosed(1, 11).toArray()))
                .isEqualTo(spread(11, 6, 10, 11));
    }

    @Test
    void aDotStandsForMoreThanOneOnlyWhereThereAreVeryMany() {
        var word =
                new WeekFigures.FirstWord(
                        Duration.ofMinutes(1), Duration.ofMinutes(1), true, "Reviews", null);
        assertThat(StripCharts.perDot(List.of())).isEqualTo(1);
        assertThat(StripCharts.perDot(Collections.nCopies(300, word))).isEqualTo(1);
        assertThat(StripCharts.perDot(Collections.nCopies(301, word))).isEqualTo(2);
    }

    @Test
    void onlyAllIsAHundredPercentAndOnlyNothingIsZero() {
        assertThat(new Share(0, 0).percent()).isEmpty();
        assertThat(new Share(0, 300).percent()).isEqualTo(OptionalInt.of(0));
        assertThat(new Share(1, 300).percent()).isEqualTo(OptionalInt.of(1));
        assertThat(new Share(299, 300).percent()).isEqualTo(OptionalInt.of(99));
        assertThat(new Share(300, 300).percent()).isEqualTo(OptionalInt.of(100));
        assertThat(new Share(50, 61).percent()).isEqualTo(OptionalInt.of(82));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 min",
        "PT59S, under 1 min",
        "PT34M59S, 34 min",
        "PT3H10M, 3 h 10 min",
        "PT3H, 3 h",
        "PT46H19M, 46 h",
        "P2DT4H, 2 d 4 h",
        "P11DT4H, 11 d",
    })
    void timesAreSaidAsPeopleSayThem(Duration time, String said) {
        assertThat(Spoken.time(time)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-W46 | Week 46, 9–15 November 2026",
                "2026-W44 | Week 44, 26 October – 1 November 2026",
                "2026-W53 | Week 53, 28 December 2026 – 3 January 2027",
            })
    void theTitleNamesTheDays(String text, String title) {
        assertThat(ReportWords.title(week(text).in(ZoneId.of("UTC")))).isEqualTo(title);
    }

    private static IsoWeek week(String text) {
        return IsoWeek.read(text) instanceof IsoWeek.Read(IsoWeek read)
                ? read
                : new IsoWeek(1970, 1);
    }

    private static Spread minutes(int... minutes) {
        return Spread.of(IntStream.of(minutes).mapToObj(Duration::ofMinutes).toList())
                .orElseThrow();
    }

    private static Spread spread(int n, int p50, int p90, int worst) {
        return new Spread(
                n, Duration.ofMinutes(p50), Duration.ofMinutes(p90), Duration.ofMinutes(worst));
    }
}
