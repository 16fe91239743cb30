package firsthour.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.sentiment.Polarity;
import firsthour.triage.Stage;
import firsthour.triage.Triage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class CorrectionsTest {
    private static final long ANNA = Stage.ANNA.memberId();
    private static final String KEPT =
            "SELECT CONCAT_WS(' ', polarity, was_polarity, negative, complaint, model, flagged)"
                    + " FROM correction ORDER BY id";

    private final Corrections corrections;
    private final Triage triage;
    private final Stage stage;

    CorrectionsTest(Corrections corrections, Triage triage, Stage stage) {
        this.corrections = corrections;
        this.triage = triage;
        this.stage = stage;
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void aCorrectionKeepsWhatTheModelHadSaidAlsoWhenItJudgesAgain() {
        var mention = stage.post("1").mention();
        stage.score(mention, "NEGATIVE", .9, .05, .4);
        triage.sweep();

        assertThat(corrections.correct(mention, ANNA, Polarity.NEUTRAL, 0)).isTrue();
        stage.execute("UPDATE score SET negative = 0.2, complaint = 0.1, model = 'newer'");

        assertThat(stage.column(KEPT)).containsExactly("NEUTRAL NEGATIVE 0.9 0.4 test 1");
    }

    @Test
    void whatWasNotFlaggedCanBeCorrectedAndOpensACase() {
        var mention = stage.post("1").mention();
        stage.score(mention, "NEUTRAL", .3, .05, .2);
        triage.sweep();

        assertThat(corrections.correct(mention, ANNA, Polarity.NEGATIVE, 0)).isTrue();
        triage.sweep();

        assertThat(stage.column(KEPT)).containsExactly("NEGATIVE NEUTRAL 0.3 0.2 test 0");
        assertThat(stage.one("SELECT COUNT(*) FROM cases WHERE mention_id = " + mention))
                .isEqualTo("1");
    }

    @Test
    void theSecondOfTwoWhoCorrectAtOnceIsTold() {
        var mention = stage.post("1").mention();
        assertThat(corrections.correct(mention, ANNA, Polarity.NEUTRAL, 0)).isTrue();
        assertThat(corrections.correct(mention, ANNA, Polarity.NEGATIVE, 0)).isFalse();
    }

    @Test
    void aSlipIsTakenBackAndWhatStoodBeforeStandsAgain() {
        var mention = stage.post("1").mention();
        stage.score(mention, "NEUTRAL", .3, .05, .2);
        triage.sweep();
        corrections.correct(mention, ANNA, Polarity.NEUTRAL, 0);
        corrections.correct(mention, ANNA, Polarity.POSITIVE, corrections.getStanding(mention));
        var slip = corrections.getStanding(mention);

        assertThat(corrections.takeBack(mention, ANNA, slip)).isTrue();
        triage.sweep();

        assertThat(stage.column(KEPT)).containsExactly("NEUTRAL NEUTRAL 0.3 0.2 test 0");
        assertThat(
                        stage.column(
                                "SELECT type FROM event_log WHERE type LIKE '%Correct%' ORDER BY id"))
                .endsWith("CorrectionTakenBack");
        assertThat(corrections.takeBack(mention, ANNA, slip)).isFalse();
    }
}
