package firsthour.sentiment.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final double[] RISING = {1, 2, 3, 4};

    @Test
    void theSameOrderAgreesWhollyAndTheReverseNotAtAll() {
        double[] falling = {9, 7, 5, 1};
        assertThat(Agreement.tauB(RISING, RISING)).isEqualTo(1);
        assertThat(Agreement.tauB(RISING, falling)).isEqualTo(-1);
        assertThat(Agreement.spearman(RISING, falling)).isEqualTo(-1, within(1e-12));
    }

    @Test
    void tiesAreMinded() {
        double[] tied = {1, 1, 2, 3};
        // Five pairs agree, one is tied in one list: 5 / sqrt(6 * 5).
        assertThat(Agreement.tauB(RISING, tied)).isEqualTo(5 / Math.sqrt(30), within(1e-12));
        assertThat(Agreement.ranks(tied)).containsExactly(1.5, 1.5, 3, 4);
        assertThat(Agreement.tauB(RISING, new double[4])).isZero();
    }

    @Test
    void kappaTakesChanceAway() {
        // They agree on three of four; chance gives one half: (.75 - .5) / .5.
        assertThat(Agreement.kappa(List.of("a", "a", "b", "b"), List.of("a", "a", "b", "a")))
                .isEqualTo(0.5, within(1e-12));
        assertThat(Agreement.kappa(List.of("a", "a"), List.of("a", "a"))).isEqualTo(1);
    }

    @Test
    void weightedKappaMindsHowFarLevelsAreApart() {
        double[] near = {1, 2, 3, 3};
        double[] far = {1, 2, 3, 1};
        assertThat(Agreement.weightedKappa(RISING, RISING)).isEqualTo(1);
        assertThat(Agreement.weightedKappa(RISING, near))
                .isGreaterThan(Agreement.weightedKappa(RISING, far));
    }
}
