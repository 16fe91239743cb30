package firsthour.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firsthour.scoring.Recalibration.Label;
import firsthour.scoring.Recalibration.Way;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class RecalibrationTest {

    @Example
    void withoutLabelsNothingMoves() {
        assertThat(Recalibration.intercept(List.of())).isZero();
        assertThat(Recalibration.suggest(.5, List.of())).isEqualTo(.5);
    }

    @Example
    void alarmsThatWereFalseRaiseTheThreshold() {
        var labels = new ArrayList<>(Collections.nCopies(8, said(.6, false)));
        labels.addAll(Collections.nCopies(4, said(.6, true)));

        // Where 12 (1/3 - p) = 4 b with p = σ(logit .6 + b): b = -0.4595.
        assertThat(Recalibration.intercept(labels)).isCloseTo(-.4595, within(.0005));
        assertThat(Recalibration.suggest(.5, labels)).isEqualTo(.61);
    }

    @Example
    void oneLabelMovesLittle() {
        assertThat(Recalibration.suggest(.5, List.of(said(.51, false)))).isBetween(.5, .53);
    }

    @Example
    void whatWasAnsweredCountsHalf() {
        var said = Recalibration.intercept(Collections.nCopies(5, said(.5, true)));
        var answered =
                Recalibration.intercept(Collections.nCopies(10, new Label(.5, true, Way.ANSWERED)));
        assertThat(answered).isCloseTo(said, within(1e-6));
    }

    @Property
    void theSlopeIsZeroWhereItEnds(@ForAll("labels") List<Label> labels) {
        double b = Recalibration.intercept(labels);
        double slope = -4 * b;
        for (var label : labels) {
            double p = Math.clamp(label.probability(), .001, .999);
            double weight = label.way() == Way.SAID ? 1 : .5;
            double fitted = 1 / (1 + (1 - p) / p * Math.exp(-b));
            slope += weight * ((label.complaint() ? 1 : 0) - fitted);
        }
        assertThat(slope).isCloseTo(0, within(1e-6));
    }

    @Property
    void aThresholdStaysNearTheChosenOne(
            @ForAll("labels") List<Label> labels,
            @ForAll @DoubleRange(min = .01, max = .99) double chosen) {
        var whole = Math.round(chosen * 100) / 100.0;
        assertThat(Recalibration.suggest(whole, labels))
                .isBetween(.01, .99)
                .isCloseTo(whole, within(Recalibration.FARTHEST + 1e-9));
    }

    @Property
    void oneMoreComplaintNeverRaisesTheThreshold(
            @ForAll("labels") List<Label> labels,
            @ForAll @DoubleRange(min = 0, max = 1) double probability) {
        var more = new ArrayList<>(labels);
        more.add(said(probability, true));
        assertThat(Recalibration.suggest(.5, more))
                .isLessThanOrEqualTo(Recalibration.suggest(.5, labels));
    }

    @Property
    void theOppositeLabelsMoveTheOppositeWay(@ForAll("labels") List<Label> labels) {
        var opposite =
                labels.stream()
                        .map(l -> new Label(1 - l.probability(), !l.complaint(), l.way()))
                        .toList();
        assertThat(Recalibration.intercept(opposite))
                .isCloseTo(-Recalibration.intercept(labels), within(1e-6));
    }

    @Provide
    Arbitrary<List<Label>> labels() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Way.class))
                .as(Label::new)
                .list()
                .ofMaxSize(60);
    }

    private static Label said(double probability, boolean complaint) {
        return new Label(probability, complaint, Way.SAID);
    }
}
