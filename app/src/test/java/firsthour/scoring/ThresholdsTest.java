package firsthour.scoring;

import static firsthour.triage.Stage.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.scoring.Thresholds.Advice;
import firsthour.sentiment.Polarity;
import firsthour.triage.Stage;
import firsthour.triage.Triage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class ThresholdsTest {
    private static final long MIRA = Stage.MIRA.memberId();

    private final Thresholds thresholds;
    private final Corrections corrections;
    private final Triage triage;
    private final Stage stage;

    ThresholdsTest(Thresholds thresholds, Corrections corrections, Triage triage, Stage stage) {
        this.thresholds = thresholds;
        this.corrections = corrections;
        this.triage = triage;
        this.stage = stage;
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void nineJudgementsAreTooFew() {
        falseAlarms(9);
        assertThat(thresholds.advise(BRAND)).isEqualTo(new Advice.TooFew(9));
        assertThat(thresholds.move(BRAND, MIRA, .65)).isFalse();
    }

    @Test
    void correctionsMoveTheThresholdWhenSomebodySaysSoAndItCanBeTakenBack() {
        falseAlarms(12);
        stage.complaint("ann");

        var advice = (Advice.Move) thresholds.advise(BRAND);
        assertThat(advice.now()).isEqualTo(.5);
        assertThat(advice.suggested()).isBetween(.55, .65);
        assertThat(advice.judgements()).isEqualTo(12);
        assertThat(advice.changed()).isEqualTo(12);
        assertThat(advice.decisions()).isEqualTo(13);
        assertThat(threshold()).isEqualTo("0.5");

        assertThat(thresholds.move(BRAND, MIRA, advice.suggested() + .01)).isFalse();
        assertThat(thresholds.move(BRAND, MIRA, advice.suggested())).isTrue();

        var mention = stage.post("new").author("zoe").mention();
        stage.score(mention, "NEGATIVE", .53, .1, null);
        triage.sweep();
        assertThat(stage.one("SELECT verdict FROM mention WHERE id = " + mention))
                .isEqualTo("LISTED");
        assertThat(thresholds.advise(BRAND)).isEqualTo(new Advice.Fits(advice.suggested(), 12));

        var move = thresholds.list(BRAND).getFirst();
        assertThat(thresholds.undo(BRAND, move.id(), MIRA)).isTrue();
        assertThat(threshold()).isEqualTo("0.5");
        assertThat(thresholds.undo(BRAND, move.id(), MIRA)).isFalse();
        assertThat(thresholds.list(BRAND))
                .singleElement()
                .matches(kept -> kept.memberId() == MIRA && kept.undoneAt() != null);
        assertThat(stage.column("SELECT type FROM event_log WHERE type LIKE 'Threshold%'"))
                .containsExactly("ThresholdMoved", "ThresholdMoveUndone");
    }

    @Test
    void aMoveCannotBeTakenBackOnceSomebodyChoseAnotherThreshold() {
        falseAlarms(12);
        var advice = (Advice.Move) thresholds.advise(BRAND);
        thresholds.move(BRAND, MIRA, advice.suggested());
        stage.execute("UPDATE brand SET threshold = 0.4 WHERE id = " + BRAND);

        assertThat(thresholds.undo(BRAND, thresholds.list(BRAND).getFirst().id(), MIRA)).isFalse();
        assertThat(threshold()).isEqualTo("0.4");
    }

    @Test
    void starsThatDecidedSayNothingAboutTheThreshold() {
        for (int i = 0; i < 12; i++) {
            var mention = stage.post("r" + i).author("r" + i).rating(1).mention();
            stage.score(mention, "NEUTRAL", .1, .1, null);
            triage.sweep();
            correct(mention);
        }
        assertThat(thresholds.advise(BRAND)).isEqualTo(new Advice.TooFew(0));
    }

    private void falseAlarms(int number) {
        for (int i = 0; i < number; i++) {
            var mention = stage.post("p" + i).author("a" + i).mention();
            stage.score(mention, "NEGATIVE", .54, .1, null);
            triage.sweep();
            correct(mention);
        }
    }

    private void correct(long mention) {
        assertThat(corrections.correct(mention, MIRA, Polarity.NEUTRAL, 0)).isTrue();
    }

    private String threshold() {
        return stage.one("SELECT threshold FROM brand WHERE id = " + BRAND);
    }
}
