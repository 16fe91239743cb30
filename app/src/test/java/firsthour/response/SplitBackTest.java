package firsthour.response;

import static firsthour.triage.Stage.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.clocks.ClockState;
import firsthour.clocks.Clocks;
import firsthour.time.ControlledTime;
import firsthour.triage.CaseState;
import firsthour.triage.Cases;
import firsthour.triage.Outcome.Done;
import firsthour.triage.Stage;
import firsthour.triage.Waiting;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was merged and is its own case again.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class SplitBackTest {
    private final TwoCases two;
    private final Replies replies;
    private final FoundReplyLinking linking;
    private final Cases cases;
    private final Waiting waiting;
    private final Clocks clocks;
    private final Stage stage;
    private final ControlledTime time;

    SplitBackTest(
            TwoCases two,
            Replies replies,
            FoundReplyLinking linking,
            Cases cases,
            Waiting waiting,
            Clocks clocks,
            Stage stage,
            ControlledTime time) {
        this.two = two;
        this.replies = replies;
        this.linking = linking;
        this.cases = cases;
        this.waiting = waiting;
        this.clocks = clocks;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void annaHasBothCasesOfAnn() {
        two.reset();
    }

    @Test
    void aPostAfterOurLastWordWaitsForTheNextReply() {
        replies.answer(
                two.older(),
                stage.version(two.older()),
                ANNA,
                two.said("A new one is on its way."));
        time.pass(Duration.ofMinutes(5));
        var last = two.review("ann");
        two.merge(two.older(), last, ANNA);
        assertThat(two.states(two.older()))
                .containsExactly(ClockState.MET, ClockState.MET, ClockState.RUNNING);
        two.splitBack(two.older(), last, ANNA);
        assertThat(two.states(two.older()))
                .containsExactly(ClockState.MET, ClockState.MET, ClockState.CANCELLED);
        assertThat(cases.find(two.older()).orElseThrow().dueAt()).isEmpty();
    }

    @Test
    void splittingBackMakesItACaseAsIfItHadNeverBeenMerged() {
        var due = stage.column("SELECT due_at FROM clock WHERE case_id = " + two.newer());
        var priority = stage.one("SELECT priority FROM cases WHERE id = " + two.older());
        assertThat(
                        Integer.parseInt(
                                stage.one("SELECT priority FROM cases WHERE id = " + two.newer())))
                .isGreaterThan(Integer.parseInt(priority));
        two.merge(ANNA);
        assertThat(stage.one("SELECT priority FROM cases WHERE id = " + two.older()))
                .isNotEqualTo(priority);
        time.pass(Duration.ofSeconds(8));
        assertThat(two.splitBack(two.older(), two.newer(), ANNA)).isInstanceOf(Done.class);
        assertThat(two.state(two.newer())).isEqualTo(CaseState.OPEN);
        assertThat(two.posts(two.newer())).isEqualTo("1");
        assertThat(two.posts(two.older())).isEqualTo("1");
        assertThat(two.states(two.newer())).containsOnly(ClockState.RUNNING);
        assertThat(stage.column("SELECT due_at FROM clock WHERE case_id = " + two.newer()))
                .isEqualTo(due);
        assertThat(cases.find(two.newer()).orElseThrow().dueAt()).isPresent();
        assertThat(stage.one("SELECT priority FROM cases WHERE id = " + two.older()))
                .isEqualTo(priority);
        assertThat(stage.events(two.newer())).contains("CaseSplitBack");
        assertThat(stage.events(two.older())).contains("CaseGaveBack");
    }

    @Test
    void whatOnlyTheOthersWordsHadMetIsOwedAgain() {
        replies.answer(
                two.newer(),
                stage.version(two.newer()),
                ANNA,
                two.said("A new one is on its way."));
        two.merge(ANNA);
        assertThat(two.states(two.older())).containsOnly(ClockState.MET);
        two.splitBack(two.older(), two.newer(), ANNA);
        assertThat(two.states(two.older())).containsOnly(ClockState.RUNNING);
        assertThat(cases.find(two.older()).orElseThrow().answeredAt()).isEmpty();
        assertThat(cases.find(two.older()).orElseThrow().dueAt()).isPresent();
        assertThat(two.states(two.newer())).containsOnly(ClockState.MET);
        assertThat(replies.findByCase(two.newer())).hasSize(1);
    }

    @Test
    void ourOwnWordsStayWhenTheOthersGo() {
        replies.acknowledge(
                two.older(), stage.version(two.older()), ANNA, two.said("We look into it."));
        var acknowledged = time.now();
        time.pass(Duration.ofMinutes(5));
        replies.answer(
                two.newer(),
                stage.version(two.newer()),
                ANNA,
                two.said("A new one is on its way."));
        two.merge(ANNA);
        two.splitBack(two.older(), two.newer(), ANNA);
        assertThat(two.states(two.older())).containsExactly(ClockState.MET, ClockState.RUNNING);
        assertThat(cases.find(two.older()).orElseThrow().acknowledgedAt()).contains(acknowledged);
    }

    @Test
    void aCaseThatWaitedForItsCustomerWaitsAgain() {
        replies.acknowledge(
                two.newer(), stage.version(two.newer()), ANNA, two.said("Which shop was it?"));
        waiting.begin(two.newer(), stage.version(two.newer()), ANNA);
        time.pass(Duration.ofHours(1));
        two.merge(ANNA);
        time.pass(Duration.ofHours(2));
        two.splitBack(two.older(), two.newer(), ANNA);
        assertThat(two.states(two.newer())).containsExactly(ClockState.MET, ClockState.PAUSED);
        time.pass(Duration.ofHours(1));
        waiting.end(two.newer(), stage.version(two.newer()), ANNA);
        var answer = clocks.findByCase(two.newer()).getLast();
        assertThat(answer.deadline().dueAt())
                .as("four hours were not counted")
                .isEqualTo(answer.deadline().startedAt().plus(Duration.ofHours(28)));
    }

    @Test
    void whatIsOwedAgainStandsStillWhileTheCustomerIsWaitedFor() {
        replies.acknowledge(
                two.older(), stage.version(two.older()), ANNA, two.said("Which shop was it?"));
        time.pass(Duration.ofMinutes(1));
        waiting.begin(two.older(), stage.version(two.older()), ANNA);
        time.pass(Duration.ofHours(1));
        replies.answer(
                two.newer(),
                stage.version(two.newer()),
                ANNA,
                two.said("A new one is on its way."));
        two.merge(ANNA);
        assertThat(two.states(two.older())).containsExactly(ClockState.MET, ClockState.MET);
        time.pass(Duration.ofHours(1));
        two.splitBack(two.older(), two.newer(), ANNA);
        assertThat(two.states(two.older())).containsExactly(ClockState.MET, ClockState.PAUSED);
        time.pass(Duration.ofHours(1));
        waiting.end(two.older(), stage.version(two.older()), ANNA);
        var answer = clocks.findByCase(two.older()).getLast();
        assertThat(answer.deadline().dueAt())
                .as("three hours were not counted")
                .isEqualTo(answer.deadline().startedAt().plus(Duration.ofHours(27)));
    }

    @Test
    void whatWasAnsweredBeforeWeBeganToWaitStandsStillAsWell() {
        replies.acknowledge(
                two.older(), stage.version(two.older()), ANNA, two.said("Which shop was it?"));
        replies.answer(
                two.newer(),
                stage.version(two.newer()),
                ANNA,
                two.said("A new one is on its way."));
        time.pass(Duration.ofMinutes(1));
        waiting.begin(two.older(), stage.version(two.older()), ANNA);
        two.merge(ANNA);
        two.splitBack(two.older(), two.newer(), ANNA);
        assertThat(two.states(two.older())).containsExactly(ClockState.MET, ClockState.PAUSED);
    }

    /// The other's post ended the waiting, and goes again.
    @Test
    void aCaseWhoseCustomerHadComeBackByTheOtherOneWaitsAgain() {
        replies.acknowledge(
                two.older(), stage.version(two.older()), ANNA, two.said("Which shop was it?"));
        time.pass(Duration.ofMinutes(1));
        waiting.begin(two.older(), stage.version(two.older()), ANNA);
        time.pass(Duration.ofHours(1));
        var last = two.review("ann");
        cases.claim(last, 0, ANNA);
        time.pass(Duration.ofMinutes(1));
        replies.answer(last, stage.version(last), ANNA, two.said("A new one is on its way."));
        two.merge(two.older(), last, ANNA);
        assertThat(cases.find(two.older()).orElseThrow().waitingSince()).isEmpty();
        two.splitBack(two.older(), last, ANNA);
        assertThat(cases.find(two.older()).orElseThrow().waitingSince()).isPresent();
        assertThat(two.states(two.older())).startsWith(ClockState.MET, ClockState.PAUSED);
    }

    @Test
    void whatCameAlongIsSplitBackAfterWhatItCameWith() {
        var last = two.review("ann");
        two.merge(two.newer(), last, ANNA);
        two.merge(two.older(), two.newer(), ANNA);
        assertThat(two.posts(two.older())).isEqualTo("3");
        assertThat(TwoCases.advice(two.splitBack(two.older(), last, ANNA)))
                .isEqualTo(
                        "Case %d came along with case %d. Split that one back first."
                                .formatted(last, two.newer()));
        two.splitBack(two.older(), two.newer(), ANNA);
        assertThat(two.posts(two.newer())).isEqualTo("2");
        two.splitBack(two.newer(), last, ANNA);
        assertThat(two.posts(last)).isEqualTo("1");
    }

    @Test
    void whatIsFoundBelowAPostMeanwhileGoesBackWithIt() {
        two.merge(ANNA);
        time.pass(Duration.ofMinutes(30));
        stage.post("ours")
                .author("kestrelcares")
                .inReplyTo("review of ann 1")
                .text("We will send a new one tomorrow morning.")
                .foundReply();
        linking.sweep();
        assertThat(replies.findByCase(two.older())).hasSize(1);
        assertThat(two.states(two.older())).containsOnly(ClockState.MET);
        two.splitBack(two.older(), two.newer(), ANNA);
        assertThat(replies.findByCase(two.older())).isEmpty();
        assertThat(replies.findByCase(two.newer())).hasSize(1);
        assertThat(two.states(two.older())).containsOnly(ClockState.RUNNING);
        assertThat(two.states(two.newer())).containsOnly(ClockState.MET);
    }
}
