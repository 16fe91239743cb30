package firsthour.scoring;

import static firsthour.triage.Stage.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Brands;
import firsthour.scoring.SpotChecks.Kept;
import firsthour.scoring.SpotChecks.Label;
import firsthour.sentiment.Polarity;
import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import firsthour.triage.Triage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class SpotChecksTest {
    private static final long ANNA = Stage.ANNA.memberId();
    private static final Duration WEEK = Duration.ofDays(7);

    private final SpotChecks checks;
    private final Corrections corrections;
    private final Brands brands;
    private final Triage triage;
    private final Stage stage;
    private final ControlledTime time;

    SpotChecksTest(
            SpotChecks checks,
            Corrections corrections,
            Brands brands,
            Triage triage,
            Stage stage,
            ControlledTime time) {
        this.checks = checks;
        this.corrections = corrections;
        this.brands = brands;
        this.triage = triage;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void drawsOnceAWeekAmongWhatWasNotFlagged() {
        listed(40);
        stage.complaint("ann");
        stage.post("old").author("old").history().mention();
        triage.sweep();

        checks.drawDue();
        assertThat(stage.column("SELECT mention_id FROM spot_check")).isEmpty();

        time.pass(WEEK);
        checks.drawDue();
        var drawn = stage.column("SELECT mention_id FROM spot_check ORDER BY mention_id");
        assertThat(drawn).hasSize(SpotChecks.SIZE);
        assertThat(
                        stage.column(
                                "SELECT DISTINCT verdict FROM mention WHERE id IN"
                                        + " (SELECT mention_id FROM spot_check)"))
                .containsExactly("LISTED");
        assertThat(
                        stage.column(
                                "SELECT CONCAT(week, ' of ', pool) FROM spot_check_draw"
                                        + " WHERE brand_id = 1"))
                .containsExactly("2026-11-09 of 0", "2026-11-16 of 40");

        checks.drawDue();
        assertThat(stage.one("SELECT COUNT(*) FROM spot_check")).isEqualTo("25");

        stage.execute("DELETE FROM spot_check");
        stage.execute("DELETE FROM spot_check_draw");
        checks.drawDue();
        assertThat(stage.column("SELECT mention_id FROM spot_check ORDER BY mention_id"))
                .as("nobody's choice: the same again")
                .isEqualTo(drawn);
    }

    @Test
    void ofSeveralNodesOneDraws() throws Exception {
        listed(40);
        time.pass(WEEK);
        Callable<Boolean> node =
                () -> {
                    checks.drawDue();
                    return true;
                };
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var drawn : nodes.invokeAll(List.of(node, node, node))) {
                assertThat(drawn.get()).isTrue();
            }
        }
        assertThat(stage.one("SELECT COUNT(*) FROM spot_check")).isEqualTo("25");
    }

    @Test
    void waitsUntilTheWeekIsDecidedAbout() {
        listed(3);
        stage.execute("UPDATE mention SET state = 'NEW', verdict = NULL LIMIT 1");
        time.pass(WEEK);
        checks.drawDue();
        assertThat(stage.column("SELECT week FROM spot_check_draw WHERE brand_id = 1")).isEmpty();
    }

    @Test
    void whatIsFoundToBeOverlookedBecomesACaseAndAnExample() {
        listed(1);
        time.pass(WEEK);
        checks.drawDue();
        var mention = checks.findNext(BRAND).orElseThrow().mentionId();

        assertThat(checks.label(mention, ANNA, Label.COMPLAINT)).isEqualTo(Kept.CORRECTION);
        triage.sweep();

        assertThat(stage.one("SELECT kind FROM cases WHERE mention_id = " + mention))
                .isEqualTo("COMPLAINT");
        assertThat(stage.column("SELECT CONCAT(polarity, flagged) FROM correction"))
                .containsExactly("NEGATIVE0");
        assertThat(checks.findNext(BRAND)).isEmpty();
        assertThat(checks.label(mention, ANNA, Label.COMPLAINT))
                .as("said twice is said once")
                .isEqualTo(Kept.CORRECTION);
        assertThat(checks.label(mention, ANNA, Label.FINE)).isEqualTo(Kept.NOTHING);
        assertThat(checks.label(mention, Stage.BEN.memberId(), Label.COMPLAINT))
                .isEqualTo(Kept.NOTHING);
        assertThat(stage.column("SELECT id FROM correction")).hasSize(1);
    }

    @Test
    void aSlipIsTakenBackByWhoMadeIt() {
        listed(1);
        time.pass(WEEK);
        checks.drawDue();
        var mention = checks.findNext(BRAND).orElseThrow().mentionId();
        checks.label(mention, ANNA, Label.COMPLAINT);

        assertThat(checks.undo(mention, Stage.BEN.memberId())).isFalse();
        assertThat(checks.undo(mention, ANNA)).isTrue();
        triage.sweep();

        assertThat(stage.column("SELECT id FROM cases")).isEmpty();
        assertThat(checks.findNext(BRAND)).isPresent();
    }

    @Test
    void whatIsTakenBackLeavesTheHumanJudgementAsItWas() {
        var mention = drawn();
        time.pass(Duration.ofMinutes(1));
        corrections.correct(mention, Stage.BEN.memberId(), Polarity.POSITIVE, 0);
        triage.sweep();
        var before = judgement();

        checks.label(mention, ANNA, Label.COMPLAINT);
        assertThat(judgement()).isNotEqualTo(before);
        checks.undo(mention, ANNA);
        triage.sweep();

        assertThat(judgement()).isEqualTo(before);
        assertThat(stage.column("SELECT polarity FROM correction")).containsExactly("POSITIVE");
    }

    @Test
    void whatSomebodyCorrectedSinceStandsWhenASlipIsTakenBack() {
        var mention = drawn();
        checks.label(mention, ANNA, Label.COMPLAINT);
        corrections.correct(
                mention, Stage.BEN.memberId(), Polarity.NEUTRAL, corrections.getStanding(mention));

        assertThat(checks.undo(mention, ANNA)).isTrue();

        assertThat(stage.column("SELECT polarity FROM correction ORDER BY id"))
                .containsExactly("NEGATIVE", "NEUTRAL");
    }

    @Test
    void aCaseThatASlipLeftDoesNotCountAsFoundByTheModel() {
        var mention = drawn();
        checks.label(mention, ANNA, Label.COMPLAINT);
        triage.sweep();
        var before = stage.one("SELECT CONCAT(flagged, left_out) FROM human_judgement");

        checks.undo(mention, ANNA);
        triage.sweep();

        assertThat(stage.one("SELECT verdict FROM mention")).isEqualTo("FLAGGED");
        assertThat(stage.one("SELECT CONCAT(flagged, left_out) FROM human_judgement"))
                .isEqualTo(before)
                .isEqualTo("01");
    }

    @Test
    void isAskedInTheOrderOfTheDraw() {
        listed(12);
        time.pass(WEEK);
        checks.drawDue();
        var asked = new ArrayList<String>();
        while (checks.countWaiting(BRAND) > 0) {
            var mention = checks.findNext(BRAND).orElseThrow().mentionId();
            checks.label(mention, ANNA, Label.FINE);
            asked.add(Long.toString(mention));
        }
        assertThat(asked)
                .isEqualTo(
                        stage.column(
                                "SELECT mention_id FROM spot_check"
                                        + " ORDER BY MD5(CONCAT('1/2026-11-16/', mention_id))"));
    }

    private long drawn() {
        listed(1);
        time.pass(WEEK);
        checks.drawDue();
        return checks.findNext(BRAND).orElseThrow().mentionId();
    }

    private String judgement() {
        return stage.one(
                "SELECT CONCAT_WS(' ', flagged, left_out, way, complaint) FROM human_judgement");
    }

    @Test
    void whatAPersonHasSaidAlreadyIsNotAskedAgain() {
        listed(2);
        var known = Long.parseLong(stage.one("SELECT MIN(id) FROM mention"));
        corrections.correct(known, ANNA, Polarity.NEGATIVE, 0);
        triage.sweep();
        time.pass(WEEK);
        checks.drawDue();

        assertThat(stage.column("SELECT COALESCE(label, '?') FROM spot_check ORDER BY mention_id"))
                .containsExactly("COMPLAINT", "?");
        assertThat(checks.countWaiting(BRAND)).isEqualTo(1);
        assertThat(checks.findBrand(known)).hasValue(brands.get(BRAND).id());
    }

    private void listed(int number) {
        stage.posts(number);
        stage.execute("UPDATE mention SET verdict = 'LISTED'");
    }
}
