package firsthour.sentiment.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FiguresTest {
    /// Worked out on paper: of the three posts of class 0 two are found, of the one of class 1 one.
    private final Figures figures =
            new Figures(
                    new int[] {0, 0, 0, 1},
                    new double[][] {{0.9, 0.1}, {0.6, 0.4}, {0.2, 0.8}, {0.3, 0.7}});

    @Test
    void recallPrecisionAndF1AreThoseOnPaper() {
        assertThat(figures.recall(0)).isEqualTo(2 / 3.0);
        assertThat(figures.precision(0)).isEqualTo(1);
        assertThat(figures.recall(1)).isEqualTo(1);
        assertThat(figures.precision(1)).isEqualTo(0.5);
        assertThat(figures.f1(0)).isEqualTo(0.8);
        assertThat(figures.macroRecall()).isEqualTo((2 / 3.0 + 1) / 2);
        assertThat(figures.macroF1()).isCloseTo((0.8 + 2 / 3.0) / 2, within(1e-12));
    }

    @Test
    void theSurestPostsAreLookedAtFirst() {
        assertThat(figures.risk(0.25)).isZero();
        assertThat(figures.risk(0.5)).isEqualTo(0.5);
        assertThat(figures.risk(1)).isEqualTo(0.25);
    }

    @Test
    void theCalibrationErrorIsTheGapBetweenConfidenceAndRight() {
        assertThat(figures.calibrationError())
                .isCloseTo((0.1 + 0.4 + 0.8 + 0.3) / 4, within(1e-12));
    }

    @Test
    void theIntervalHoldsTheFigure() {
        var interval = figures.macroRecallInterval();
        assertThat(figures.macroRecall()).isBetween(interval.low(), interval.high());
    }
}
