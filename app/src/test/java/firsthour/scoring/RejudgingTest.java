package firsthour.scoring;

import static firsthour.triage.Stage.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Brands;
import firsthour.scoring.Trial.Kind;
import firsthour.sentiment.Polarity;
import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import firsthour.triage.Triage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every mention is negative to the present model, `stub/1`, but "calm" ones.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.scorer", value = "true")
class RejudgingTest {
    private final Rejudging rejudging;
    private final Judging judging;
    private final Corrections corrections;
    private final Triage triage;
    private final Brands brands;
    private final Stage stage;
    private final ControlledTime time;

    RejudgingTest(
            Rejudging rejudging,
            Judging judging,
            Corrections corrections,
            Triage triage,
            Brands brands,
            Stage stage,
            ControlledTime time) {
        this.rejudging = rejudging;
        this.judging = judging;
        this.corrections = corrections;
        this.triage = triage;
        this.brands = brands;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void aTrialSaysWhatWouldChangeAndWritesNothing() {
        judged("1", "plain", "NEUTRAL", .1);
        judged("2", "calm", "NEGATIVE", .9);
        judged("3", "calm", "POSITIVE", .1);
        judged("4", "plain", "NEGATIVE", .8);
        var corrected = judged("5", "plain", "NEUTRAL", .1);
        corrections.correct(corrected, Stage.ANNA.memberId(), Polarity.NEUTRAL, 0);
        var elsewhere = stage.post("6").author("x").text("plain").mention(Stage.OTHER_BRAND);
        stage.score(elsewhere, "NEUTRAL", .1, .1, null);
        triage.sweep();
        var before = stage.column("SELECT CONCAT_WS(' ', mention_id, model, negative) FROM score");

        var trial = rejudging.tryOut(brands.get(BRAND), Instant.EPOCH, 100);

        assertThat(trial.judged()).isEqualTo(5);
        assertThat(trial.kinds())
                .isEqualTo(
                        Map.of(
                                Kind.NEWLY_FLAGGED, 1,
                                Kind.NO_LONGER_FLAGGED, 1,
                                Kind.OTHER_POLARITY, 1,
                                Kind.SAME, 1,
                                Kind.CORRECTED, 1));
        assertThat(trial.examples())
                .extracting(example -> example.words() + ": " + example.kind())
                .containsExactly(
                        "calm: OTHER_POLARITY", "calm: NO_LONGER_FLAGGED", "plain: NEWLY_FLAGGED");
        assertThat(stage.column("SELECT CONCAT_WS(' ', mention_id, model, negative) FROM score"))
                .isEqualTo(before);
        assertThat(stage.column("SELECT DISTINCT state FROM mention")).containsExactly("TRIAGED");
    }

    @Test
    void onlyWhatAnotherVersionJudgedSinceThenIsJudgedAgain() {
        judged("1", "plain", "NEUTRAL", .1);
        var present = judged("2", "plain", "NEUTRAL", .1);
        stage.execute("UPDATE score SET model = 'stub/1' WHERE mention_id = " + present);
        time.pass(Duration.ofDays(1));
        judged("3", "plain", "NEUTRAL", .1);
        triage.sweep();

        assertThat(rejudging.count(BRAND, Instant.EPOCH)).isEqualTo(2);
        assertThat(rejudging.count(BRAND, time.now())).isEqualTo(1);
        assertThat(rejudging.putBack(brands.get(BRAND), time.now())).isEqualTo(1);
        assertThat(stage.column("SELECT id FROM mention WHERE state = 'NEW'")).hasSize(1);
        assertThat(rejudging.count(BRAND, Instant.EPOCH)).isEqualTo(1);
    }

    @Test
    void whatIsOldOpensNoCaseAndWhatIsFreshDoes() {
        var old = judged("1", "plain", "NEUTRAL", .1);
        triage.sweep();
        time.pass(Duration.ofHours(49));
        var fresh = judged("2", "plain", "NEUTRAL", .1);
        triage.sweep();

        again();

        assertThat(stage.one("SELECT CONCAT(verdict, ': ', reason) FROM mention WHERE id = " + old))
                .isEqualTo(
                        "LISTED: negative, probability 0.70 (cases from 0.50); judged again later"
                                + " than 48 h, so no case was opened");
        assertThat(stage.one("SELECT verdict FROM mention WHERE id = " + fresh))
                .isEqualTo("FLAGGED");
        assertThat(stage.column("SELECT DISTINCT judged_again FROM mention")).containsExactly("0");
        assertThat(stage.column("SELECT DISTINCT model FROM score")).containsExactly("stub/1");

        corrections.correct(old, Stage.ANNA.memberId(), Polarity.NEGATIVE, 0);
        triage.sweep();
        assertThat(stage.one("SELECT verdict FROM mention WHERE id = " + old))
                .as("a person's word of today opens one")
                .isEqualTo("FLAGGED");
    }

    @Test
    void theClocksOfACaseThatIsFoundAgainStartWhenItIsFound() {
        var mention = judged("1", "plain", "NEUTRAL", .1);
        triage.sweep();
        time.pass(Duration.ofHours(47));

        again();

        assertThat(stage.one("SELECT verdict FROM mention WHERE id = " + mention))
                .isEqualTo("FLAGGED");
        assertThat(
                        stage.column(
                                "SELECT CONCAT(state, DATE_FORMAT(started_at, ' %d. %H:%i'))"
                                        + " FROM clock"))
                .containsExactly("RUNNING 18. 11:20", "RUNNING 18. 11:20");
    }

    @Test
    void aCaseKeepsItsMentionAndNothingIsToldTwice() {
        var mention = judged("1", "calm", "NEGATIVE", .9);
        triage.sweep();
        var caseId = stage.caseOf(mention);
        var events = stage.column("SELECT type FROM event_log");
        var pending = stage.column("SELECT event_id FROM event_pending");

        again();

        assertThat(stage.caseOf(mention)).isEqualTo(caseId);
        assertThat(stage.one("SELECT polarity FROM score")).isEqualTo("NEGATIVE");
        assertThat(stage.one("SELECT negative FROM score")).isEqualTo("0.2");
        assertThat(stage.column("SELECT type FROM event_log")).isEqualTo(events);
        assertThat(stage.column("SELECT event_id FROM event_pending")).isEqualTo(pending);
    }

    @Test
    void whatAPersonFindsWhileItWaitsOpensACase() {
        var old = judged("1", "plain", "NEUTRAL", .1);
        triage.sweep();
        time.pass(Duration.ofHours(49));
        rejudging.putBack(brands.get(BRAND), Instant.EPOCH);
        corrections.correct(old, Stage.ANNA.memberId(), Polarity.NEGATIVE, 0);

        judging.judgeWaiting();
        triage.sweep();

        assertThat(stage.one("SELECT verdict FROM mention WHERE id = " + old)).isEqualTo("FLAGGED");
    }

    @Test
    void anOldMentionJoinsNoCaseOfItsAuthor() {
        var old = judged("1", "plain", "NEUTRAL", .1);
        triage.sweep();
        time.pass(Duration.ofHours(49));
        stage.complaint("author of 1");

        again();

        assertThat(stage.one("SELECT verdict FROM mention WHERE id = " + old)).isEqualTo("LISTED");
    }

    @Test
    void correctionsStand() {
        var mention = judged("1", "plain", "NEUTRAL", .1);
        corrections.correct(mention, Stage.ANNA.memberId(), Polarity.POSITIVE, 0);
        triage.sweep();

        again();

        assertThat(stage.one("SELECT CONCAT(verdict, ': ', reason) FROM mention"))
                .isEqualTo("PRAISE: corrected to positive by a person");
    }

    @Test
    void newMentionsAreJudgedFirst() {
        for (int i = 0; i < 20; i++) {
            judged("old" + i, "plain", "NEUTRAL", .1);
        }
        triage.sweep();
        rejudging.putBack(brands.get(BRAND), Instant.EPOCH);
        var fresh = stage.post("new").author("new").mention();
        stage.execute("UPDATE mention SET state = 'NEW' WHERE id = " + fresh);

        judging.judgeBatch();

        assertThat(stage.one("SELECT state FROM mention WHERE id = " + fresh)).isEqualTo("JUDGED");
    }

    @Test
    void whereThePresentVersionFailedItIsNotAskedForEver() {
        var mention = judged("1", "plain", "NEUTRAL", .1);
        stage.execute("UPDATE score SET model = 'stub/1/failed' WHERE mention_id = " + mention);
        var earlier = judged("2", "plain", "NEUTRAL", .1);
        stage.execute("UPDATE score SET model = 'stub/0/failed' WHERE mention_id = " + earlier);
        triage.sweep();

        assertThat(rejudging.count(BRAND, Instant.EPOCH)).isEqualTo(1);
        assertThat(rejudging.putBack(brands.get(BRAND), Instant.EPOCH)).isEqualTo(1);
        assertThat(stage.column("SELECT id FROM mention WHERE state = 'NEW'"))
                .containsExactly(Long.toString(earlier));
    }

    @Test
    void whatWasDeletedIsLeftAlone() {
        judged("1", "plain", "NEUTRAL", .1);
        triage.sweep();
        stage.execute("UPDATE post SET deleted_at = detected_at, text = ''");
        assertThat(rejudging.putBack(brands.get(BRAND), Instant.EPOCH)).isZero();
    }

    private void again() {
        rejudging.putBack(brands.get(BRAND), Instant.EPOCH);
        judging.judgeWaiting();
        triage.sweep();
    }

    private long judged(String id, String words, String polarity, double negative) {
        var mention = stage.post(id).author("author of " + id).text(words).mention();
        stage.score(mention, polarity, negative, .1, null);
        return mention;
    }
}
