package firsthour.triage;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.clocks.Breaches;
import firsthour.clocks.CaseClock;
import firsthour.clocks.ClockKind;
import firsthour.clocks.ClockState;
import firsthour.clocks.Clocks;
import firsthour.time.ControlledTime;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whose turn it is after our first word: waiting for the customer, and the reply to what the
/// customer wrote next.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class WaitingTest {
    private final Waiting waiting;
    private final Cases cases;
    private final PublicWords words;
    private final Clocks clocks;
    private final Breaches breaches;
    private final Triage triage;
    private final SilenceWatch silence;
    private final Stage stage;
    private final ControlledTime time;
    private long id;

    WaitingTest(
            Waiting waiting,
            Cases cases,
            PublicWords words,
            Clocks clocks,
            Breaches breaches,
            Triage triage,
            SilenceWatch silence,
            Stage stage,
            ControlledTime time) {
        this.waiting = waiting;
        this.cases = cases;
        this.words = words;
        this.clocks = clocks;
        this.breaches = breaches;
        this.triage = triage;
        this.silence = silence;
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
    void beforeOurFirstWordTheFirstDeadlinesStandForAllThatTheCustomerWrites() {
        time.pass(Duration.ofMinutes(10));
        writes("And another thing.", "NEGATIVE");
        assertThat(nextReplies()).isEmpty();
    }

    @Test
    void theNextReplyIsDueADayAfterTheEarliestMessageThatIsNotAnswered() {
        say(ReplyKind.ACKNOWLEDGEMENT);
        time.pass(Duration.ofHours(1));
        var first = time.now();
        writes("Still nothing.", "NEGATIVE");
        time.pass(Duration.ofHours(2));
        writes("Hello?", "NEGATIVE");

        assertThat(nextReplies())
                .singleElement()
                .satisfies(clock -> {
                    assertThat(clock.state()).isEqualTo(ClockState.RUNNING);
                    assertThat(clock.deadline().startedAt()).isEqualTo(first);
                    assertThat(clock.deadline().dueAt())
                            .isEqualTo(first.plus(Duration.ofHours(24)));
                });

        time.pass(Duration.ofHours(1));
        say(ReplyKind.ACKNOWLEDGEMENT);
        assertThat(nextReplies()).extracting(CaseClock::state).containsExactly(ClockState.MET);
    }

    @Test
    void eachTimeTheCustomerWritesAfterUsANewOneRuns() {
        say(ReplyKind.ANSWER);
        time.pass(Duration.ofHours(1));
        writes("Not good enough.", "NEGATIVE");
        time.pass(Duration.ofHours(25));
        breaches.sweep();
        say(ReplyKind.ANSWER);
        time.pass(Duration.ofHours(1));
        writes("Still not.", "NEGATIVE");

        assertThat(nextReplies())
                .extracting(CaseClock::state)
                .containsExactly(ClockState.BREACHED, ClockState.RUNNING);
        assertThat(stage.one("SELECT due_kind FROM cases WHERE id = " + id))
                .isEqualTo("NEXT_REPLY");
    }

    @Test
    void aReplyFoundOnTheNetworkMeetsOnlyWhatWasWrittenBeforeIt() {
        say(ReplyKind.ACKNOWLEDGEMENT);
        time.pass(Duration.ofMinutes(10));
        writes("First.", "NEGATIVE");
        var between = time.now().plus(Duration.ofMinutes(5));
        time.pass(Duration.ofMinutes(10));
        var second = time.now();
        writes("Second.", "NEGATIVE");
        time.pass(Duration.ofMinutes(10));

        stage.inTransaction(() -> words.hear(id, ReplyKind.ACKNOWLEDGEMENT, between));

        assertThat(nextReplies())
                .extracting(CaseClock::state)
                .containsExactly(ClockState.MET, ClockState.RUNNING);
        assertThat(nextReplies().getLast().deadline().startedAt()).isEqualTo(second);
    }

    @Test
    void aWordFromBeforeTheMessageDoesNotMeetIt() {
        say(ReplyKind.ACKNOWLEDGEMENT);
        var before = time.now().plus(Duration.ofMinutes(1));
        time.pass(Duration.ofMinutes(10));
        writes("Still nothing.", "NEGATIVE");
        stage.inTransaction(() -> words.hear(id, ReplyKind.ACKNOWLEDGEMENT, before));
        assertThat(nextReplies()).extracting(CaseClock::state).containsExactly(ClockState.RUNNING);
    }

    @Test
    void thanksStartNoClock() {
        say(ReplyKind.ANSWER);
        time.pass(Duration.ofHours(1));
        writes("Thanks, that helped!", "POSITIVE");
        assertThat(nextReplies()).isEmpty();
        assertThat(stage.events(id)).contains("MentionJoined");
    }

    @Test
    void thatNoReplyIsNeededIsSaidWithAReason() {
        say(ReplyKind.ANSWER);
        time.pass(Duration.ofHours(1));
        writes("ok", "NEUTRAL");
        assertThat(nextReplies()).extracting(CaseClock::state).containsExactly(ClockState.RUNNING);

        var outcome =
                waiting.leaveUnanswered(id, stage.version(id), Stage.ANNA, NoReplyReason.THANKS);

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(nextReplies())
                .extracting(CaseClock::state)
                .containsExactly(ClockState.CANCELLED);
        assertThat(stage.events(id)).contains("ReplyNotNeeded");
        assertThat(stage.one("SELECT due_at FROM cases WHERE id = " + id)).isEqualTo("-");

        time.pass(Duration.ofHours(1));
        writes("Wait, one more thing.", "NEGATIVE");
        assertThat(nextReplies())
                .extracting(CaseClock::state)
                .containsExactly(ClockState.CANCELLED, ClockState.RUNNING);
    }

    @Test
    void whatWasLeftWithoutAReplyStaysSoWhenAClosingIsUndone() {
        say(ReplyKind.ANSWER);
        time.pass(Duration.ofHours(1));
        writes("ok", "NEUTRAL");
        waiting.leaveUnanswered(id, stage.version(id), Stage.ANNA, NoReplyReason.THANKS);
        time.pass(Duration.ofMinutes(1));
        cases.resolve(id, stage.version(id), Stage.ANNA);
        cases.undoClosing(id, stage.version(id), Stage.ANNA);
        assertThat(nextReplies())
                .extracting(CaseClock::state)
                .containsExactly(ClockState.CANCELLED);
    }

    @Test
    void waitingPausesTheClocksUntilTheCustomerWrites() {
        say(ReplyKind.ACKNOWLEDGEMENT);
        time.pass(Duration.ofHours(1));
        assertThat(waiting.begin(id, stage.version(id), Stage.ANNA))
                .isInstanceOf(Outcome.Done.class);
        assertThat(clock(ClockKind.ANSWER).state()).isEqualTo(ClockState.PAUSED);
        assertThat(stage.one("SELECT due_at FROM cases WHERE id = " + id)).isEqualTo("-");

        time.pass(Duration.ofDays(4));
        var wrote = time.now();
        writes("Here is the number you asked for.", "NEUTRAL");

        assertThat(clock(ClockKind.ANSWER).state()).isEqualTo(ClockState.RUNNING);
        assertThat(clock(ClockKind.ANSWER).deadline().dueAt())
                .isEqualTo(wrote.plus(Duration.ofHours(23)));
        assertThat(nextReplies()).extracting(CaseClock::state).containsExactly(ClockState.RUNNING);
        assertThat(stage.events(id)).contains("WaitingBegan", "CustomerCameBack");
        assertThat(stage.one("SELECT waiting_since FROM cases WHERE id = " + id)).isEqualTo("-");
    }

    @Test
    void thanksDoNotEndTheWaiting() {
        say(ReplyKind.ACKNOWLEDGEMENT);
        waiting.begin(id, stage.version(id), Stage.ANNA);
        time.pass(Duration.ofHours(1));
        writes("Thank you for looking into it!", "POSITIVE");
        assertThat(clock(ClockKind.ANSWER).state()).isEqualTo(ClockState.PAUSED);
    }

    @Test
    void aPersonMayEndTheWaiting() {
        say(ReplyKind.ACKNOWLEDGEMENT);
        waiting.begin(id, stage.version(id), Stage.ANNA);
        time.pass(Duration.ofHours(5));
        assertThat(waiting.end(id, stage.version(id), Stage.ANNA)).isInstanceOf(Outcome.Done.class);
        assertThat(clock(ClockKind.ANSWER).state()).isEqualTo(ClockState.RUNNING);
        assertThat(stage.events(id)).contains("WaitingEnded");
    }

    @Test
    void whatCannotBeIsRefusedWithWhatToDo() {
        assertThat(waiting.begin(id, stage.version(id), Stage.ANNA).inWords())
                .startsWith("There is no public word of ours yet")
                .endsWith("Acknowledge or answer first.");
        assertThat(waiting.end(id, stage.version(id), Stage.ANNA).inWords())
                .startsWith("There is no public word of ours yet");
        assertThat(
                        waiting.leaveUnanswered(
                                        id, stage.version(id), Stage.ANNA, NoReplyReason.THANKS)
                                .inWords())
                .contains("dismiss the case with a reason");
        say(ReplyKind.ACKNOWLEDGEMENT);
        assertThat(
                        waiting.leaveUnanswered(
                                        id, stage.version(id), Stage.ANNA, NoReplyReason.THANKS)
                                .inWords())
                .isEqualTo("No reply is owed on this case. Resolve it, or wait for the customer.");
        assertThat(waiting.begin(id, stage.version(id) - 1, Stage.ANNA))
                .isInstanceOf(Outcome.Stale.class);
        assertThat(waiting.begin(id, stage.version(id), Stage.BEN))
                .isEqualTo(new Outcome.TakenBy("Anna"));
        assertThat(waiting.begin(id, stage.version(id), Stage.VERA).inWords())
                .startsWith("Viewers read only");
        waiting.begin(id, stage.version(id), Stage.MIRA);
        assertThat(waiting.begin(id, stage.version(id), Stage.ANNA).inWords())
                .isEqualTo("The customer is waited for already. End the waiting to go on.");
        assertThat(stage.events(id, "WaitingBegan")).isEqualTo(1);
    }

    @Test
    void closingEndsTheWaiting() {
        say(ReplyKind.ACKNOWLEDGEMENT);
        waiting.begin(id, stage.version(id), Stage.ANNA);
        cases.dismiss(id, stage.version(id), Stage.ANNA, DismissalReason.OTHER, "");
        assertThat(clock(ClockKind.ANSWER).state()).isEqualTo(ClockState.CANCELLED);
        assertThat(stage.one("SELECT COUNT(*) FROM clock_pause WHERE until_at IS NULL"))
                .isEqualTo("0");
        cases.reopen(id, stage.version(id), Stage.ANNA);
        assertThat(stage.one("SELECT waiting_since FROM cases WHERE id = " + id)).isEqualTo("-");
    }

    @Test
    void whoTakesAClosingBackStillWaits() {
        say(ReplyKind.ACKNOWLEDGEMENT);
        waiting.begin(id, stage.version(id), Stage.ANNA);
        time.pass(Duration.ofMinutes(1));
        cases.dismiss(id, stage.version(id), Stage.ANNA, DismissalReason.OTHER, "");
        time.pass(Duration.ofSeconds(5));
        cases.undoClosing(id, stage.version(id), Stage.ANNA);
        assertThat(cases.find(id).orElseThrow().waitingSince()).isPresent();
        assertThat(clock(ClockKind.ANSWER).state()).isEqualTo(ClockState.PAUSED);
    }

    @Test
    void whatWasWrittenBeforeWeBeganToWaitDoesNotEndIt() {
        say(ReplyKind.ACKNOWLEDGEMENT);
        var before = time.now().plus(Duration.ofMinutes(1));
        time.pass(Duration.ofMinutes(5));
        waiting.begin(id, stage.version(id), Stage.ANNA);
        time.pass(Duration.ofMinutes(5));
        var mention = stage.post("seen late").author("ann").published(before).mention();
        stage.score(mention, "NEGATIVE", .9, .05, .05);
        triage.sweep();
        assertThat(cases.find(id).orElseThrow().waitingSince()).isPresent();
    }

    @Test
    void whatWasWrittenBeforeOurLastWordOpensNothingAgain() {
        var before = time.now().plus(Duration.ofMinutes(1));
        time.pass(Duration.ofMinutes(5));
        say(ReplyKind.ANSWER);
        cases.resolve(id, stage.version(id), Stage.ANNA);
        time.pass(Duration.ofMinutes(5));
        var mention =
                stage.post("seen late")
                        .author("ann")
                        .inReplyTo("post of ann")
                        .published(before)
                        .mention();
        stage.score(mention, "NEGATIVE", .9, .05, .05);
        triage.sweep();
        assertThat(stage.caseOf(mention)).isEqualTo(id);
        assertThat(cases.find(id).orElseThrow().state()).isEqualTo(CaseState.RESOLVED);
    }

    @Test
    void whatOthersWriteBelowAResolvedCaseIsNotOfItsCustomer() {
        say(ReplyKind.ANSWER);
        cases.resolve(id, stage.version(id), Stage.ANNA);
        time.pass(Duration.ofHours(1));
        var mention = stage.post("a stranger").author("eve").inReplyTo("post of ann").mention();
        stage.score(mention, "NEGATIVE", .9, .05, .05);
        triage.sweep();
        assertThat(stage.caseOf(mention)).isNotEqualTo(id);
        assertThat(cases.find(id).orElseThrow().state()).isEqualTo(CaseState.RESOLVED);
    }

    @Test
    void whoStaysSilentIsToldOfAfterThreeDaysAndAfterSeven() {
        say(ReplyKind.ACKNOWLEDGEMENT);
        waiting.begin(id, stage.version(id), Stage.ANNA);
        time.pass(Duration.ofDays(3).minusMillis(1));
        silence.sweepBatch();
        assertThat(stage.events(id, "CustomerStayedSilent")).isZero();
        time.pass(Duration.ofMillis(1));
        silence.sweepBatch();
        silence.sweepBatch();
        assertThat(stage.events(id, "CustomerStayedSilent")).isEqualTo(1);
        time.pass(Duration.ofDays(4));
        silence.sweepBatch();
        silence.sweepBatch();
        assertThat(
                        stage.column(
                                "SELECT JSON_VALUE(data, '$.days') FROM event_log"
                                        + " WHERE type = 'CustomerStayedSilent' ORDER BY id"))
                .containsExactly("3", "7");
        writes("I am back.", "NEUTRAL");
        assertThat(stage.one("SELECT silent_days FROM cases WHERE id = " + id)).isEqualTo("0");
    }

    @Test
    void theCustomerWhoWritesBelowAResolvedCaseOpensItAgain() {
        say(ReplyKind.ANSWER);
        cases.resolve(id, stage.version(id), Stage.ANNA);
        time.pass(Duration.ofDays(2));
        var now = time.now();

        stage.execute("UPDATE cases SET climb_step = 3 WHERE id = " + id);
        below("It happened again.", "NEGATIVE");

        assertThat(stage.one("SELECT climb_step FROM cases WHERE id = " + id)).isEqualTo("0");

        var known = cases.find(id).orElseThrow();
        assertThat(known.state()).isEqualTo(CaseState.OPEN);
        assertThat(known.episode()).isEqualTo(2);
        assertThat(known.assigneeId()).contains(Stage.ANNA.memberId());
        assertThat(known.dueAt()).contains(now.plus(Duration.ofHours(1)));
        assertThat(clocks.findByCase(id).stream().filter(clock -> clock.episode() == 2))
                .extracting(clock -> clock.deadline().startedAt())
                .containsOnly(now);
        assertThat(stage.events(id)).contains("CaseReopenedByCustomer");
    }

    @Test
    void thanksBelowAResolvedCaseStandOnItAndOpenNothing() {
        say(ReplyKind.ANSWER);
        cases.resolve(id, stage.version(id), Stage.ANNA);
        time.pass(Duration.ofDays(2));
        below("Thank you, all good now!", "POSITIVE");
        assertThat(cases.find(id).orElseThrow().state()).isEqualTo(CaseState.RESOLVED);
        assertThat(stage.events(id)).contains("MentionJoined");
    }

    @Test
    void whatComesAMonthLaterIsANewCase() {
        say(ReplyKind.ANSWER);
        cases.resolve(id, stage.version(id), Stage.ANNA);
        time.pass(Duration.ofDays(31));
        var mention = stage.post("late").author("ann").inReplyTo("post of ann").mention();
        stage.score(mention, "NEGATIVE", .9, .05, .05);
        triage.sweep();
        assertThat(stage.caseOf(mention)).isNotEqualTo(id);
    }

    @Test
    void aReopenedCaseBeginsAnew() {
        say(ReplyKind.ANSWER);
        time.pass(Duration.ofHours(1));
        writes("No.", "NEGATIVE");
        cases.resolve(id, stage.version(id), Stage.ANNA);
        assertThat(nextReplies())
                .extracting(CaseClock::state)
                .containsExactly(ClockState.CANCELLED);
        time.pass(Duration.ofDays(2));
        cases.reopen(id, stage.version(id), Stage.ANNA);
        say(ReplyKind.ACKNOWLEDGEMENT);
        assertThat(clocks.findByCase(id).stream().filter(clock -> clock.episode() == 2))
                .extracting(CaseClock::kind)
                .containsExactly(ClockKind.ACKNOWLEDGEMENT, ClockKind.ANSWER);
    }

    @Test
    void leavingTheirWordsWaitsForTriageBeforeItTakesTheCase() throws Exception {
        say(ReplyKind.ANSWER);
        time.pass(Duration.ofHours(1));
        writes("Fine.", "NEGATIVE");
        var seen = stage.version(id);
        var left =
                stage.whileWaiting(
                        List.of(Stage.TURN, "SELECT id FROM mention FOR UPDATE"),
                        () ->
                                waiting.leaveUnanswered(
                                        id, seen, Stage.ANNA, NoReplyReason.SAID_ALREADY),
                        "SELECT id FROM cases");
        assertThat(left).isInstanceOf(Outcome.Done.class);
        assertThat(stage.column("SELECT id FROM mention WHERE wants_reply")).isEmpty();
    }

    private void writes(String text, String polarity) {
        var now = time.now();
        var mention = stage.post("post at " + now).author("ann").text(text).mention();
        var positive = polarity.equals("POSITIVE") ? .9 : .05;
        stage.score(mention, polarity, .9 - positive, positive, .05);
        triage.sweep();
        assertThat(stage.caseOf(mention)).isEqualTo(id);
    }

    private void below(String text, String polarity) {
        var mention =
                stage.post("below at " + time.now())
                        .author("ann")
                        .inReplyTo("post of ann")
                        .text(text)
                        .mention();
        var positive = polarity.equals("POSITIVE") ? .9 : .05;
        stage.score(mention, polarity, .9 - positive, positive, .05);
        triage.sweep();
        assertThat(stage.caseOf(mention)).isEqualTo(id);
    }

    private void say(ReplyKind kind) {
        Instant now = time.now();
        stage.inTransaction(() ->
                assertThat(words.say(id, stage.version(id), Stage.ANNA, kind, now))
                        .isInstanceOf(Outcome.Done.class));
    }

    private List<CaseClock> nextReplies() {
        return clocks.findByCase(id).stream()
                .filter(clock -> clock.kind() == ClockKind.NEXT_REPLY)
                .toList();
    }

    private CaseClock clock(ClockKind kind) {
        return clocks.findByCase(id).stream()
                .filter(clock -> clock.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
