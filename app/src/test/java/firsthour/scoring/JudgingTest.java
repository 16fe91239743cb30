package firsthour.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.sentiment.Flag;
import firsthour.sentiment.Phrase;
import firsthour.sentiment.Polarity;
import firsthour.sentiment.Score;
import firsthour.sentiment.Scorer;
import firsthour.sentiment.Severity;
import firsthour.sentiment.Subject;
import firsthour.sentiment.Topic;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.scorer", value = "true")
class JudgingTest {
    private final Judging judging;
    private final Stage stage;

    JudgingTest(Judging judging, Stage stage) {
        this.judging = judging;
        this.stage = stage;
    }

    /// Finds nearly everything negative, and fails at some words.
    @Singleton
    @Replaces(Scorer.class)
    @Requires(property = "stub.scorer")
    static final class StubScorer implements Scorer {
        @Override
        public Score score(Subject subject, boolean explain) {
            switch (subject.text()) {
                case "exception" -> throw new IllegalArgumentException("an odd tree");
                case "assertion" -> throw new AssertionError("an odd tree");
                case "overflow" -> throw new StackOverflowError();
                case "compared" -> {
                    return compared();
                }
                default -> {}
            }
            return new Score(
                    Polarity.NEGATIVE,
                    Optional.of(probabilities(subject.text())),
                    OptionalDouble.of(.7),
                    OptionalDouble.of(subject.text().equals("request") ? .36 : .1),
                    Optional.of(new Severity(40, List.of("anger"))),
                    Optional.empty(),
                    Set.of(),
                    Optional.of("en"),
                    Optional.empty(),
                    explain ? List.of(new Phrase(subject.text(), 0, 1, -.5)) : List.of(),
                    version());
        }

        private static Score compared() {
            return new Score(
                    Polarity.NEGATIVE,
                    Optional.of(new Score.Probabilities(.7, .2, .1)),
                    OptionalDouble.of(.6),
                    OptionalDouble.of(.1),
                    Optional.of(new Severity(40, List.of("anger", "asked twice"))),
                    Optional.of(List.of(Topic.DELIVERY, Topic.PRODUCT_QUALITY)),
                    Set.of(Flag.IRONY, Flag.QUESTION),
                    Optional.of("en"),
                    Optional.of(
                            new Score.Target(
                                    "Kestrel Coffee",
                                    Polarity.POSITIVE,
                                    new Score.Probabilities(.1, .2, .7),
                                    Optional.of("prefers to"))),
                    List.of(),
                    "stub/1");
        }

        private static Score.Probabilities probabilities(String text) {
            return switch (text) {
                case "calm", "request" -> new Score.Probabilities(.2, .7, .1);
                case "close" -> new Score.Probabilities(.36, .54, .1);
                default -> new Score.Probabilities(.7, .2, .1);
            };
        }

        @Override
        public String version() {
            return "stub/1";
        }
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void judgesWhatWaitsAndHandsItToTriage() {
        stage.posts(40);
        stage.execute("UPDATE mention SET state = 'NEW'");

        judging.judgeWaiting();

        assertThat(stage.column("SELECT DISTINCT state FROM mention")).containsExactly("JUDGED");
        assertThat(stage.column("SELECT DISTINCT CONCAT(polarity, ' ', model) FROM score"))
                .containsExactly("NEGATIVE stub/1");
        assertThat(stage.one("SELECT COUNT(*) FROM score")).isEqualTo("40");
    }

    @Test
    void keepsAllThatTheModelSays() {
        stage.post("1").text("compared").mention();
        stage.execute("UPDATE mention SET state = 'NEW'");

        judging.judgeWaiting();

        assertThat(
                        stage.column(
                                "SELECT CONCAT_WS('|', polarity, negative, confidence, complaint, flags,"
                                        + " severity, severity_reasons, target_rule, topics)"
                                        + " FROM score"))
                .containsExactly(
                        "POSITIVE|0.1|0.6|0.1|QUESTION,IRONY|40|anger\nasked twice|prefers to"
                                + "|[\"delivery\",\"product quality\"]");
    }

    @Test
    void asksWhyOnlyOfWhatMayBeFlagged() {
        for (var words : List.of("calm", "close", "request", "plain")) {
            stage.post(words).text(words).mention();
        }
        stage.execute("UPDATE mention SET state = 'NEW'");

        judging.judgeWaiting();

        assertThat(
                        stage.column(
                                "SELECT p.text FROM score s JOIN mention m ON m.id = s.mention_id"
                                        + " JOIN post p ON p.id = m.post_id"
                                        + " WHERE s.phrases IS NOT NULL ORDER BY p.id"))
                .containsExactly("close", "request", "plain");
    }

    @Test
    void forgetsTheFormerScoreOfAnEditedPost() {
        var mention = stage.post("1").mention();
        stage.score(mention, "POSITIVE", .1, .8, null);
        stage.execute("UPDATE mention SET state = 'NEW'");

        judging.judgeWaiting();

        assertThat(stage.column("SELECT polarity FROM score")).containsExactly("NEGATIVE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exception", "assertion", "overflow"})
    void aPostAtWhichTheModelFailsIsListedAsUndeterminedAndHoldsUpNoOther(String words) {
        stage.post("odd").text(words).mention();
        stage.post("plain").mention();
        stage.execute("UPDATE mention SET state = 'NEW'");

        judging.judgeWaiting();

        assertThat(
                        stage.column(
                                "SELECT CONCAT(polarity, ' ', model) FROM score"
                                        + " ORDER BY mention_id"))
                .containsExactly("UNDETERMINED stub/1/failed", "NEGATIVE stub/1");
        assertThat(stage.column("SELECT state FROM mention")).containsOnly("JUDGED");
    }
}
