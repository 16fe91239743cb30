package firsthour.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firsthour.reporting.JudgementQuality.Drawn;
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
        var quality =
                new JudgementQuality(100, new Share(45, 50), new Drawn(400, 100, new Share(1, 40)));
        var recall = quality.recall().orElseThrow();
        assertThat(recall.estimate()).isCloseTo(.9, within(1e-9));
        assertThat(recall.interval().low()).isBetween(.5, .65);
        assertThat(recall.interval().high()).isBetween(.97, .999);
    }

    @Example
    void nothingIsSaidOfFew() {
        assertThat(quality(new Share(9, 9), new Share(1, 50)).recall()).isEmpty();
        assertThat(quality(new Share(9, 10), new Share(1, 9)).recall()).isEmpty();
        assertThat(quality(new Share(0, 10), new Share(0, 10)).recall()).isEmpty();
        assertThat(quality(new Share(9, 10), new Share(0, 10)).recall()).isPresent();
    }

    private static JudgementQuality quality(Share right, Share overlooked) {
        return new JudgementQuality(50, right, new Drawn(100, 50, overlooked));
    }
}
