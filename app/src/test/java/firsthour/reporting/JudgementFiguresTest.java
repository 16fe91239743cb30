package firsthour.reporting;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.reporting.JudgementQuality.Drawn;
import firsthour.reporting.JudgementQuality.Week;
import firsthour.response.Replies;
import firsthour.response.ReplyDraft;
import firsthour.scoring.Corrections;
import firsthour.scoring.SpotChecks;
import firsthour.sentiment.Polarity;
import firsthour.time.ControlledTime;
import firsthour.triage.Cases;
import firsthour.triage.DismissalReason;
import firsthour.triage.Stage;
import firsthour.triage.Triage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class JudgementFiguresTest {
    private final JudgementFigures figures;
    private final WeeklyReports reports;
    private final Cases cases;
    private final Replies replies;
    private final Corrections corrections;
    private final SpotChecks checks;
    private final Triage triage;
    private final Stage stage;
    private final ControlledTime time;

    JudgementFiguresTest(
            JudgementFigures figures,
            WeeklyReports reports,
            Cases cases,
            Replies replies,
            Corrections corrections,
            SpotChecks checks,
            Triage triage,
            Stage stage,
            ControlledTime time) {
        this.figures = figures;
        this.reports = reports;
        this.cases = cases;
        this.replies = replies;
        this.corrections = corrections;
        this.checks = checks;
        this.triage = triage;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void whatWasCorrectedAnsweredOrDismissedAsNoComplaintWasJudged() {
        stage.complaint("nobody has looked");
        answer(stage.complaint("answered"));
        dismiss(stage.complaint("no complaint"), DismissalReason.NOT_A_COMPLAINT);
        dismiss(stage.complaint("spam"), DismissalReason.SPAM);
        correct(opener(stage.complaint("not negative")), Polarity.NEUTRAL);
        var answered = stage.complaint("answered, yet no complaint");
        answer(answered);
        correct(opener(answered), Polarity.POSITIVE);

        assertThat(quality().flagged()).isEqualTo(6);
        assertThat(quality().right()).isEqualTo(new Share(1, 4));
    }

    @Test
    void whatAPersonFoundWasNotFlaggedByTheModel() {
        var mention = stage.post("1").mention();
        stage.score(mention, "NEUTRAL", .2, .1, null);
        triage.sweep();
        correct(mention, Polarity.NEGATIVE);
        triage.sweep();
        answer(stage.caseOf(mention));

        assertThat(quality().flagged()).isZero();
        assertThat(quality().right()).isEqualTo(new Share(0, 0));
    }

    @Test
    void ofACorrectionAndADismissalTheLaterCounts() {
        var dismissedLast = stage.complaint("first a complaint");
        correct(opener(dismissedLast), Polarity.NEGATIVE);
        var correctedLast = stage.complaint("first none");
        dismiss(correctedLast, DismissalReason.NOT_A_COMPLAINT);
        time.pass(Duration.ofMinutes(1));
        dismiss(dismissedLast, DismissalReason.NOT_A_COMPLAINT);
        correct(opener(correctedLast), Polarity.NEGATIVE);

        assertThat(judgement(opener(dismissedLast))).isEqualTo("SAID 0");
        assertThat(judgement(opener(correctedLast))).isEqualTo("SAID 1");
    }

    @Test
    void theDrawOfAWeekIsSetAgainstWhatWasFlaggedInIt() {
        stage.complaint("ann");
        for (int i = 0; i < 4; i++) {
            var mention = stage.post("p" + i).author("a" + i).mention();
            stage.score(mention, "NEUTRAL", .2, .1, null);
        }
        triage.sweep();
        time.pass(Duration.ofDays(7));
        stage.complaint("ben");
        checks.drawDue();
        assertThat(quality().drawn()).as("nobody has looked").isEqualTo(new Drawn(0, List.of()));

        label(SpotChecks.Label.COMPLAINT);
        label(SpotChecks.Label.FINE);
        label(SpotChecks.Label.UNSURE);
        triage.sweep();

        assertThat(quality().flagged()).isEqualTo(2);
        assertThat(quality().drawn())
                .isEqualTo(new Drawn(1, List.of(new Week(4, new Share(1, 2)))));
    }

    private JudgementQuality quality() {
        time.pass(Duration.ofMinutes(1));
        return figures.of(reports.findBrand(BRAND).orElseThrow(), 4);
    }

    private String judgement(long mention) {
        return stage.one(
                "SELECT CONCAT(way, ' ', complaint) FROM human_judgement WHERE mention_id = "
                        + mention);
    }

    private void label(SpotChecks.Label label) {
        var next = checks.findNext(BRAND).orElseThrow().mentionId();
        assertThat(checks.label(next, ANNA.memberId(), label))
                .isNotEqualTo(SpotChecks.Kept.NOTHING);
    }

    private void correct(long mention, Polarity polarity) {
        assertThat(corrections.correct(mention, ANNA.memberId(), polarity, 0)).isTrue();
    }

    private long opener(long caseId) {
        return Long.parseLong(stage.one("SELECT mention_id FROM cases WHERE id = " + caseId));
    }

    private void answer(long caseId) {
        cases.claim(caseId, stage.version(caseId), ANNA);
        replies.answer(
                caseId,
                stage.version(caseId),
                ANNA,
                new ReplyDraft("We are sorry and send a new one today.", "", time.now()));
        assertThat(cases.find(caseId).orElseThrow().answeredAt()).isPresent();
    }

    private void dismiss(long caseId, DismissalReason reason) {
        cases.claim(caseId, stage.version(caseId), ANNA);
        cases.dismiss(caseId, stage.version(caseId), ANNA, reason, "");
    }
}
