package firsthour.triage;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BEN;
import static firsthour.triage.Stage.MIRA;
import static firsthour.triage.Stage.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import firsthour.clocks.CaseClock;
import firsthour.clocks.ClockState;
import firsthour.clocks.Clocks;
import firsthour.time.ControlledTime;
import firsthour.triage.Outcome.Done;
import firsthour.triage.Outcome.NotPossible;
import firsthour.triage.Outcome.Stale;
import firsthour.triage.Outcome.TakenBy;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class CasesTest {
    private final Cases cases;
    private final PublicWords words;
    private final Clocks clocks;
    private final Triage triage;
    private final Stage stage;
    private final ControlledTime time;

    CasesTest(
            Cases cases,
            PublicWords words,
            Clocks clocks,
            Triage triage,
            Stage stage,
            ControlledTime time) {
        this.cases = cases;
        this.words = words;
        this.clocks = clocks;
        this.triage = triage;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void whoClaimsFirstHasTheCaseAndTheOtherIsToldWho() {
        var id = stage.complaint("ann");
        assertThat(cases.claim(id, 0, ANNA)).isInstanceOf(Done.class);
        assertThat(cases.claim(id, 0, BEN)).isEqualTo(new TakenBy("Anna"));
        assertThat(stage.one("SELECT assignee_id FROM cases")).isEqualTo("11");
        assertThat(stage.events(id, "CaseClaimed")).isEqualTo(1);
    }

    @Test
    void ofTwoAtOnceOneWins() throws Exception {
        for (int round = 0; round < 20; round++) {
            var id = stage.complaint("author " + round);
            var together = new CyclicBarrier(2);
            try (var people = Executors.newFixedThreadPool(2)) {
                var outcomes =
                        people.invokeAll(
                                List.of(claims(together, id, ANNA), claims(together, id, BEN)));
                assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
                        .filteredOn(Done.class::isInstance)
                        .hasSize(1);
                assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
                        .filteredOn(TakenBy.class::isInstance)
                        .hasSize(1);
            }
            assertThat(stage.events(id, "CaseClaimed")).isEqualTo(1);
        }
    }

    @Test
    void claimingTwiceIsNoMistake() {
        var id = stage.complaint("ann");
        cases.claim(id, 0, ANNA);
        assertThat(cases.claim(id, 0, ANNA)).isInstanceOf(Done.class);
        assertThat(stage.events(id, "CaseClaimed")).isEqualTo(1);
    }

    @Test
    void aViewerChangesNothing() {
        var id = stage.complaint("ann");
        assertThat(cases.claim(id, 0, VERA)).isInstanceOf(NotPossible.class);
        assertThat(cases.release(id, 0, VERA)).isInstanceOf(NotPossible.class);
        assertThat(cases.dismiss(id, 0, VERA, DismissalReason.SPAM, ""))
                .isInstanceOf(NotPossible.class);
        assertThat(cases.resolve(id, 0, VERA)).isInstanceOf(NotPossible.class);
        assertThat(cases.reopen(id, 0, VERA)).isInstanceOf(NotPossible.class);
        assertThat(say(id, 0, VERA, ReplyKind.ANSWER)).isInstanceOf(NotPossible.class);
        assertThat(stage.version(id)).isZero();
    }

    @Test
    void nobodyActsOnAnUnclaimedCase() {
        var id = stage.complaint("ann");
        var claimFirst = new NotPossible("Nobody has this case yet. Claim it first.");
        assertThat(cases.dismiss(id, 0, MIRA, DismissalReason.SPAM, "")).isEqualTo(claimFirst);
        assertThat(say(id, 0, ANNA, ReplyKind.ACKNOWLEDGEMENT)).isEqualTo(claimFirst);
        assertThat(cases.release(id, 0, ANNA)).isEqualTo(claimFirst);
    }

    @Test
    void whatSomebodyElseHasIsLeftAloneExceptByManagers() {
        var id = stage.complaint("ann");
        cases.claim(id, 0, ANNA);
        assertThat(cases.dismiss(id, 1, BEN, DismissalReason.SPAM, ""))
                .isEqualTo(new TakenBy("Anna"));
        assertThat(cases.release(id, 1, BEN)).isEqualTo(new TakenBy("Anna"));
        assertThat(say(id, 1, BEN, ReplyKind.ANSWER)).isEqualTo(new TakenBy("Anna"));
        assertThat(cases.release(id, 1, MIRA)).isInstanceOf(Done.class);
        assertThat(cases.claim(id, 2, BEN)).isInstanceOf(Done.class);
    }

    @Test
    void aStaleTabIsToldWhatChanged() {
        var id = stage.complaint("ann");
        cases.claim(id, 0, ANNA);
        var again = stage.post("2").author("ann").mention();
        stage.score(again, "NEGATIVE", .9, .1, null);
        triage.sweep();
        assertThat(cases.dismiss(id, 1, ANNA, DismissalReason.SPAM, ""))
                .isEqualTo(new Stale("The customer wrote again."));
        cases.dismiss(id, 2, ANNA, DismissalReason.SPAM, "");
        assertThat(cases.claim(id, 2, BEN)).isEqualTo(new Stale("Anna dismissed the case: spam."));
        assertThat(cases.resolve(id, 2, ANNA))
                .isEqualTo(new Stale("Anna dismissed the case: spam."));
        assertThat(cases.resolve(id, 3, ANNA))
                .isEqualTo(new NotPossible("The case is closed. Reopen it first."));
    }

    @Test
    void dismissingCancelsTheClocksAndOwesNothing() {
        var id = stage.complaint("ann");
        cases.claim(id, 0, ANNA);
        cases.dismiss(id, 1, ANNA, DismissalReason.NOT_ABOUT_US, " another Kestrel ");
        assertThat(stage.one("SELECT CONCAT(state, dismissal_reason, closing_note) FROM cases"))
                .isEqualTo("DISMISSEDNOT_ABOUT_USanother Kestrel");
        assertThat(stage.one("SELECT due_at FROM cases")).isEqualTo("-");
        assertThat(clocks.findByCase(id))
                .extracting(CaseClock::state)
                .containsOnly(ClockState.CANCELLED);
        assertThat(stage.events(id)).endsWith("CaseDismissed", "ClockCancelled", "ClockCancelled");
    }

    @Test
    void aNoteThatIsTooLongIsRefusedAndNothingChanges() {
        var id = stage.complaint("ann");
        cases.claim(id, 0, ANNA);
        assertThat(cases.dismiss(id, 1, ANNA, DismissalReason.OTHER, "x".repeat(2001)))
                .isEqualTo(
                        new NotPossible(
                                "The note is too long: 2,001 of 2,000 characters. Shorten it."));
        assertThat(stage.version(id)).isEqualTo(1);
    }

    @Test
    void onlyAnAnsweredCaseIsResolved() {
        var id = stage.complaint("ann");
        cases.claim(id, 0, ANNA);
        say(id, 1, ANNA, ReplyKind.ACKNOWLEDGEMENT);
        assertThat(cases.resolve(id, 2, ANNA)).isInstanceOf(NotPossible.class);
        say(id, 2, ANNA, ReplyKind.ANSWER);
        assertThat(cases.resolve(id, 3, ANNA)).isInstanceOf(Done.class);
        assertThat(stage.events(id)).endsWith("CaseResolved");
    }

    @Test
    void theDeadlineOnTheCaseFollowsItsClocks() {
        var id = stage.complaint("ann");
        var start = time.now();
        cases.claim(id, 0, ANNA);
        assertThat(due(id)).contains(start.plus(Duration.ofHours(1)));
        say(id, 1, ANNA, ReplyKind.ACKNOWLEDGEMENT);
        assertThat(due(id)).contains(start.plus(Duration.ofHours(24)));
        say(id, 2, ANNA, ReplyKind.ANSWER);
        assertThat(due(id)).isEmpty();
    }

    @Test
    void undoingAClosingGoesOnAsIfNothingHadHappened() {
        var id = stage.complaint("ann");
        cases.claim(id, 0, ANNA);
        time.pass(Duration.ofMinutes(70));
        var before = cases.find(id).orElseThrow();
        var priorityBefore = stage.one("SELECT priority FROM cases");
        var clocksBefore = clocks.findByCase(id);
        cases.dismiss(id, 1, ANNA, DismissalReason.SPAM, "a slip");
        time.pass(Duration.ofSeconds(10));

        assertThat(cases.undoClosing(id, 2, BEN)).isEqualTo(new TakenBy("Anna"));
        assertThat(cases.undoClosing(id, 1, ANNA)).isInstanceOf(Stale.class);
        assertThat(cases.undoClosing(id, 2, ANNA)).isInstanceOf(Done.class);

        var after = cases.find(id).orElseThrow();
        assertThat(after.episode()).isEqualTo(before.episode());
        assertThat(stage.one("SELECT priority FROM cases")).isEqualTo(priorityBefore);
        assertThat(after.dueAt()).isEqualTo(before.dueAt());
        assertThat(stage.one("SELECT closing_note FROM cases")).isEqualTo("-");
        assertThat(clocks.findByCase(id))
                .extracting(CaseClock::deadline)
                .isEqualTo(clocksBefore.stream().map(CaseClock::deadline).toList());
        assertThat(clocks.findByCase(id))
                .extracting(CaseClock::state)
                .as("the hour had passed: undoing hides nothing")
                .containsExactly(ClockState.BREACHED, ClockState.RUNNING);
        assertThat(clocks.findByCase(id)).allMatch(CaseClock::owed);
        assertThat(stage.events(id)).contains("CaseClosingUndone", "ClockResumed");
    }

    @Test
    void aClosingOfLongerAgoIsReopenedInstead() {
        var id = stage.complaint("ann");
        cases.claim(id, 0, ANNA);
        cases.dismiss(id, 1, ANNA, DismissalReason.SPAM, "");
        time.pass(Duration.ofSeconds(61));

        assertThat(cases.undoClosing(id, 2, ANNA))
                .isEqualTo(
                        new NotPossible(
                                "It can no longer be undone. Reopen the case: new clocks run from"
                                        + " then."));
    }

    @Test
    void reopeningStartsANewEpisodeWithNewClocks() {
        var id = stage.complaint("ann");
        cases.claim(id, 0, ANNA);
        say(id, 1, ANNA, ReplyKind.ANSWER);
        cases.resolve(id, 2, ANNA);
        time.pass(Duration.ofDays(3));
        var outcome = cases.reopen(id, 3, BEN);
        assertThat(outcome).isInstanceOf(Done.class);
        var reopened = ((Done) outcome).changed();
        assertThat(reopened.episode()).isEqualTo(2);
        assertThat(reopened.episodeStartedAt()).isEqualTo(time.now());
        assertThat(reopened.acknowledgedAt()).isEmpty();
        assertThat(reopened.answeredAt()).isEmpty();
        assertThat(reopened.assigneeId()).contains(ANNA.memberId());
        assertThat(reopened.dueAt()).contains(time.now().plus(Duration.ofHours(1)));
        assertThat(clocks.findByCase(id))
                .extracting(CaseClock::episode, CaseClock::state)
                .containsExactly(
                        tuple(1, ClockState.MET),
                        tuple(1, ClockState.MET),
                        tuple(2, ClockState.RUNNING),
                        tuple(2, ClockState.RUNNING));
        assertThat(cases.reopen(id, 4, BEN))
                .isEqualTo(new NotPossible("The case is open already. Go on with it."));
    }

    @Test
    void anAnsweredCaseComesDownFromTheTop() {
        var id = stage.complaint("ann");
        cases.claim(id, 0, ANNA);
        var before = stage.one("SELECT priority FROM cases");
        stage.execute(
                "UPDATE cases SET priority = 120, priority_reasons = JSON_ARRAY_APPEND("
                        + "priority_reasons, '$', JSON_OBJECT('points', 1, 'reason', 'waiting for 20 h or longer'))");
        say(id, 1, ANNA, ReplyKind.ANSWER);
        assertThat(stage.one("SELECT priority FROM cases")).isEqualTo(before);
    }

    @Test
    void aCaseThatIsNotThereIsSaidSo() {
        assertThat(cases.claim(404, 0, ANNA)).isEqualTo(new NotPossible("There is no case 404."));
        assertThat(cases.find(404)).isEmpty();
    }

    private Callable<Outcome> claims(CyclicBarrier together, long id, Actor who) {
        return () -> {
            together.await();
            return cases.claim(id, 0, who);
        };
    }

    private Outcome say(long id, long version, Actor who, ReplyKind kind) {
        var outcome = new AtomicReference<Outcome>();
        stage.inTransaction(() -> outcome.set(words.say(id, version, who, kind, time.now())));
        return Objects.requireNonNull(outcome.get());
    }

    private Optional<Instant> due(long id) {
        return cases.find(id).orElseThrow().dueAt();
    }
}
