package firsthour.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firsthour.reporting.JudgementQuality.Drawn;
import firsthour.reporting.JudgementQuality.Week;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class JudgementQualityTest {

    @Example
    void theIntervalIsWilsons() {
        // 8 of 10: (0.8 + z²/20 ± z √(0.016 + z²/400)) / (1 + z²/10)
        var interval = new Share(8, 10).interval();
        assertThat(interval.low()).isCloseTo(.4902, within(.0001));
        assertThat(interval.high()).isCloseTo(.9433, within(.0001));
        assertThat(interval.percent()).isEqualTo("49 to 95 %");
        assertThat(new Share(0, 10).interval().low()).isZero();
        assertThat(new Share(10, 10).interval().high()).isEqualTo(1);
        assertThat(new Share(0, 0).interval()).isEqualTo(Interval.EVERYWHERE);
    }

    @Property
    void theIntervalHoldsTheShareAndNarrowsWithMore(
            @ForAll @IntRange(max = 500) int part, @ForAll @IntRange(max = 500) int rest) {
        var of = part + rest;
        if (of > 0) {
            var interval = new Share(part, of).interval();
            var more = new Share(part * 4, of * 4).interval();
            assertThat((double) part / of).isBetween(interval.low(), interval.high());
            assertThat(more.high() - more.low()).isLessThan(interval.high() - interval.low());
        }
    }

    @Example
    void recallSetsTheFoundAgainstTheOverlooked() {
        // 100 flagged of which 9 in 10 are right: 90. 400 others of which 1 in 40 is not fine: 10.
        var quality = of(100, new Share(45, 50), new Week(400, new Share(1, 40)));
        var recall = quality.recall().orElseThrow();
        assertThat(recall.estimate()).isCloseTo(.9, within(1e-9));
        assertThat(recall.interval().low()).isBetween(.5, .65);
        assertThat(recall.interval().high()).isBetween(.97, .999);
    }

    @Example
    void aCalmWeekWeighsLessThanALoudOne() {
        // 90 found; overlooked 25 · 5/25 = 5 of the calm week and 4000 · 0 of the loud one.
        var calm = new Week(25, new Share(5, 25));
        var loud = new Week(4000, new Share(0, 25));
        var recall = of(100, new Share(45, 50), calm, loud).recall().orElseThrow();
        assertThat(recall.estimate()).isCloseTo(90.0 / 95, within(1e-9));
        // The ends of each week's interval, by its pool.
        var high =
                25 * calm.overlooked().interval().high()
                        + 4000 * loud.overlooked().interval().high();
        var found = 100 * new Share(45, 50).interval().low();
        assertThat(recall.interval().low()).isCloseTo(found / (found + high), within(1e-9));
    }

    @Example
    void nothingIsSaidWhereThereWasNothingToFind() {
        assertThat(of(0, new Share(9, 10), new Week(100, new Share(0, 10))).recall())
                .as("nothing flagged in the weeks of the checks, nothing overlooked")
                .isEmpty();
        assertThat(of(50, new Share(0, 10), new Week(0, new Share(3, 10))).recall()).isEmpty();
    }

    @Property
    void theIntervalHoldsTheEstimate(
            @ForAll @IntRange(max = 90) int flagged,
            @ForAll @IntRange(max = 20) int right,
            @ForAll @IntRange(max = 900) int pool,
            @ForAll @IntRange(max = 20) int overlooked) {
        of(flagged, new Share(right, 20), new Week(pool, new Share(overlooked, 20)))
                .recall()
                .ifPresent(recall ->
                        assertThat(recall.estimate())
                                .isBetween(
                                        recall.interval().low() - 1e-9,
                                        recall.interval().high() + 1e-9));
    }

    @Example
    void nothingIsSaidOfFew() {
        assertThat(quality(new Share(9, 9), new Share(1, 50)).recall()).isEmpty();
        assertThat(quality(new Share(9, 10), new Share(1, 9)).recall()).isEmpty();
        assertThat(quality(new Share(0, 10), new Share(0, 10)).recall()).isEmpty();
        assertThat(quality(new Share(9, 10), new Share(0, 10)).recall()).isPresent();
    }

    private static JudgementQuality of(int flagged, Share right, Week... weeks) {
        return new JudgementQuality(flagged, right, new Drawn(flagged, List.of(weeks)));
    }

    private static JudgementQuality quality(Share right, Share overlooked) {
        return of(50, right, new Week(100, overlooked));
    }
}
