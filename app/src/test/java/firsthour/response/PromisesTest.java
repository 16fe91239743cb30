package firsthour.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import firsthour.time.ControlledTime;
import firsthour.triage.Cases;
import firsthour.triage.Outcome;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class PromisesTest {
    private final Promises promises;
    private final PromiseWatch watch;
    private final Remedies remedies;
    private final Cases cases;
    private final Stage stage;
    private final ControlledTime time;
    private long id;

    PromisesTest(
            Promises promises,
            PromiseWatch watch,
            Remedies remedies,
            Cases cases,
            Stage stage,
            ControlledTime time) {
        this.promises = promises;
        this.watch = watch;
        this.remedies = remedies;
        this.cases = cases;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void aCaseThatAnnaHas() {
        stage.reset();
        id = stage.complaint("ann");
        cases.claim(id, stage.version(id), Stage.ANNA);
    }

    @Test
    void whatIsKeptInTimeIsKept() {
        make(Duration.ofDays(2));
        time.pass(Duration.ofDays(1));
        assertThat(keep()).isEqualTo(new Promising.Done());
        var promise = promises.findByCase(id).getFirst();
        assertThat(promise.state()).isEqualTo(PromiseState.KEPT);
        assertThat(promise.keptAt()).contains(time.now());
        assertThat(promise.madeBy()).isEqualTo("Anna");
        assertThat(promises.findOwed(9)).isEmpty();
        assertThat(stage.events(id)).contains("PromiseMade", "PromiseKept");
    }

    @Test
    void whatIsNotKeptInTimeIsBrokenOnceAndStaysSoWhenItIsKeptLate() {
        make(Duration.ofDays(2));
        time.pass(Duration.ofDays(2));
        watch.sweepBatch();
        assertThat(stage.events(id, "PromiseBroken")).isZero();
        time.pass(Duration.ofMillis(1));
        watch.sweepBatch();
        watch.sweepBatch();
        assertThat(stage.events(id, "PromiseBroken")).isEqualTo(1);
        assertThat(promises.findOwed(9)).hasSize(1);
        keep();
        assertThat(promises.findByCase(id).getFirst().state()).isEqualTo(PromiseState.BROKEN);
        assertThat(promises.findOwed(9)).isEmpty();
    }

    @Test
    void whatIsKeptLateBeforeAnyJobHasLookedIsBrokenAsWell() {
        make(Duration.ofDays(2));
        time.pass(Duration.ofDays(3));
        keep();
        watch.sweepBatch();
        assertThat(promises.findByCase(id).getFirst().state()).isEqualTo(PromiseState.BROKEN);
        assertThat(stage.events(id, "PromiseBroken")).isEqualTo(1);
        assertThat(stage.events(id, "PromiseKept")).isEqualTo(1);
    }

    @Test
    void peopleAreRemindedOnceBeforeItsTimeIsUp() {
        make(Duration.ofHours(10));
        time.pass(Duration.ofHours(8).minusMillis(1));
        watch.sweepBatch();
        assertThat(stage.events(id, "PromiseNearlyDue")).isZero();
        time.pass(Duration.ofMillis(1));
        watch.sweepBatch();
        watch.sweepBatch();
        assertThat(stage.events(id, "PromiseNearlyDue")).isEqualTo(1);
    }

    @Test
    void whatWasWithdrawnInTimeIsNotBroken() {
        make(Duration.ofDays(2));
        var promise = promises.findByCase(id).getFirst().id();
        assertThat(promises.withdraw(id, promise, Stage.ANNA, " "))
                .isInstanceOf(Promising.Invalid.class);
        assertThat(promises.withdraw(id, promise, Stage.ANNA, "They took a voucher instead"))
                .isEqualTo(new Promising.Done());
        time.pass(Duration.ofDays(3));
        watch.sweepBatch();
        assertThat(promises.findByCase(id).getFirst().reason())
                .contains("They took a voucher instead");
        assertThat(promises.findOwed(9)).isEmpty();
        assertThat(stage.events(id)).doesNotContain("PromiseBroken");
        assertThat(keep()).isInstanceOf(Promising.Refused.class);
    }

    @Test
    void aBrokenOneCannotBeTalkedAway() {
        make(Duration.ofDays(1));
        time.pass(Duration.ofDays(2));
        var promise = promises.findByCase(id).getFirst().id();
        assertThat(promises.withdraw(id, promise, Stage.ANNA, "Never mind"))
                .isInstanceOf(Promising.Refused.class);
    }

    @Test
    void aPromiseInThePastWithoutWordsOrByTheWrongPersonIsRefused() {
        assertThat(promises.make(id, Stage.ANNA, "A refund", time.now()))
                .isEqualTo(
                        new Promising.Invalid(
                                "due", "That is in the past. Enter until when it will be kept."));
        var tomorrow = time.now().plus(Duration.ofDays(1));
        assertThat(promises.make(id, Stage.ANNA, " ", tomorrow))
                .isInstanceOf(Promising.Invalid.class);
        assertThat(promises.make(id, Stage.ANNA, "x".repeat(1001), tomorrow))
                .isInstanceOf(Promising.Invalid.class);
        assertThat(promises.make(id, Stage.ANNA, "A refund", time.now().plus(Duration.ofDays(400))))
                .isInstanceOf(Promising.Invalid.class);
        assertThat(promises.make(id, Stage.BEN, "A refund", tomorrow))
                .isEqualTo(new Promising.Refused(new Outcome.TakenBy("Anna")));
        assertThat(promises.make(id, Stage.VERA, "A refund", tomorrow))
                .isInstanceOf(Promising.Refused.class);
        assertThat(promises.findByCase(id)).isEmpty();
        assertThat(promises.make(id, Stage.MIRA, "A refund", tomorrow))
                .isEqualTo(new Promising.Done());
    }

    @Test
    void aDoubleClickKeepsItOnce() {
        make(Duration.ofDays(2));
        assertThat(keep()).isEqualTo(new Promising.Done());
        assertThat(keep()).isInstanceOf(Promising.Refused.class);
        assertThat(stage.events(id, "PromiseKept")).isEqualTo(1);
    }

    @Test
    void nodesThatSweepAtOnceBreakEachOnce() {
        IntStream.range(0, 30).forEach(_ -> make(Duration.ofHours(1)));
        time.pass(Duration.ofHours(2));
        IntStream.range(0, 4).parallel().forEach(_ -> watch.sweepBatch());
        watch.sweepBatch();
        assertThat(stage.events(id, "PromiseBroken")).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1250,50", "1250.5", "1.250,50", "1,250.50"})
    void aSumIsReadAsItIsWrittenHereOrThere(String typed) {
        remedies.give(id, Stage.ANNA, Remedy.Kind.REFUND, typed, "GBP", "Late parcel");
        assertThat(remedies.findByCase(id).getFirst().amount().orElseThrow())
                .isEqualByComparingTo("1250.50");
    }

    @Test
    void aRemedyHasASumAndTheRuleThatItFallsUnder() {
        assertThat(remedies.give(id, Stage.ANNA, Remedy.Kind.REFUND, "12,50", "eur", "Late parcel"))
                .isEqualTo(new Promising.Done());
        assertThat(remedies.give(id, Stage.ANNA, Remedy.Kind.REPLACEMENT, "", "", "Broken cup"))
                .isEqualTo(new Promising.Done());
        assertThat(remedies.findByCase(id))
                .extracting(
                        remedy -> remedy.kind().words(),
                        remedy -> remedy.amount().map(Object::toString).orElse("-"),
                        remedy -> remedy.currency().orElse("-"),
                        Remedy::houseRule)
                .containsExactly(
                        tuple("refund", "12.50", "EUR", "Late parcel"),
                        tuple("replacement", "-", "-", "Broken cup"));
        for (var wrong :
                new String[] {
                    "-1", "0", "12.505", "1.250", "1,250", "1.25,50", "1e9", "much", "2000000"
                }) {
            assertThat(remedies.give(id, Stage.ANNA, Remedy.Kind.REFUND, wrong, "EUR", "Late"))
                    .isInstanceOf(Promising.Invalid.class);
        }
        assertThat(remedies.give(id, Stage.ANNA, Remedy.Kind.REFUND, "1", "EURO", "Late"))
                .isInstanceOf(Promising.Invalid.class);
        assertThat(remedies.give(id, Stage.ANNA, Remedy.Kind.REFUND, "1", "EUR", " "))
                .isInstanceOf(Promising.Invalid.class);
        assertThat(stage.events(id, "RemedyGiven")).isEqualTo(2);
    }

    private void make(Duration within) {
        assertThat(promises.make(id, Stage.ANNA, "A refund by then", time.now().plus(within)))
                .isEqualTo(new Promising.Done());
    }

    private Promising keep() {
        return promises.keep(id, promises.findByCase(id).getFirst().id(), Stage.ANNA);
    }
}
