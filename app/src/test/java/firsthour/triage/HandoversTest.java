package firsthour.triage;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BEN;
import static firsthour.triage.Stage.MIRA;
import static firsthour.triage.Stage.VERA;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.team.Availabilities;
import firsthour.time.ControlledTime;
import firsthour.triage.Outcome.Done;
import firsthour.triage.Outcome.NotPossible;
import firsthour.triage.Outcome.Stale;
import firsthour.triage.Outcome.TakenBy;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class HandoversTest {
    private final Handovers handovers;
    private final Cases cases;
    private final Queue queue;
    private final Availabilities availabilities;
    private final Stage stage;
    private final ControlledTime time;
    private long id;

    HandoversTest(
            Handovers handovers,
            Cases cases,
            Queue queue,
            Availabilities availabilities,
            Stage stage,
            ControlledTime time) {
        this.handovers = handovers;
        this.cases = cases;
        this.queue = queue;
        this.availabilities = availabilities;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void annaHasACase() {
        stage.reset();
        id = stage.complaint("ann");
        cases.claim(id, 0, ANNA);
    }

    @Test
    void theCaseStaysWithWhoHasItUntilTheOtherAccepts() {
        assertThat(offer(ANNA, BEN)).isInstanceOf(Done.class);
        assertThat(assignee()).isEqualTo("11");
        assertThat(handovers.find(id).standing().orElseThrow().note()).isEqualTo("Knows the shop.");
        assertThat(handovers.accept(id, version(), BEN)).isInstanceOf(Done.class);
        assertThat(assignee()).isEqualTo("12");
        assertThat(handovers.find(id).standing()).isEmpty();
        assertThat(handovers.find(id).people()).isEqualTo(2);
        assertThat(stage.events(id)).containsSubsequence("HandoverOffered", "HandoverAccepted");
    }

    @Test
    void withoutANoteNothingIsOffered() {
        assertThat(handovers.offer(id, version(), ANNA, BEN.memberId(), "  "))
                .isInstanceOf(NotPossible.class);
        assertThat(handovers.offer(id, version(), ANNA, BEN.memberId(), "x".repeat(2001)))
                .isInstanceOf(NotPossible.class);
        assertThat(stage.events(id)).doesNotContain("HandoverOffered");
    }

    @Test
    void whatIsDeclinedOrTakenBackChangesNoHands() {
        offer(ANNA, BEN);
        assertThat(handovers.decline(id, version(), BEN)).isInstanceOf(Done.class);
        offer(ANNA, BEN);
        assertThat(handovers.takeBack(id, version(), ANNA)).isInstanceOf(Done.class);
        assertThat(assignee()).isEqualTo("11");
        assertThat(handovers.find(id).handovers())
                .extracting(Handover::cameTo)
                .containsExactly("DECLINED", "TAKEN_BACK");
        assertThat(handovers.find(id).people()).isEqualTo(1);
    }

    @Test
    void onlyWhoItIsOfferedToAnswers() {
        offer(ANNA, BEN);
        assertThat(handovers.accept(id, version(), MIRA))
                .isEqualTo(
                        new NotPossible(
                                "This case is not offered to you. Nothing was changed; ask whoever has it."));
        assertThat(handovers.decline(id, version(), MIRA)).isInstanceOf(NotPossible.class);
        assertThat(handovers.accept(id, version(), VERA)).isInstanceOf(NotPossible.class);
        assertThat(handovers.takeBack(id, version(), BEN)).isEqualTo(new TakenBy("Anna"));
        assertThat(assignee()).isEqualTo("11");
    }

    @Test
    void whatSomebodyElseHasIsNotTheirsToOffer() {
        assertThat(offer(BEN, MIRA)).isEqualTo(new TakenBy("Anna"));
        assertThat(offer(VERA, BEN)).isInstanceOf(NotPossible.class);
        assertThat(offer(MIRA, BEN)).isInstanceOf(Done.class);
        assertThat(handovers.find(id).standing().orElseThrow().fromName())
                .as("who offers it, not who has it")
                .isEqualTo("Mira");
    }

    @Test
    void nobodyIsOfferedACaseTwiceNorToWhoReadsOnlyNorToWhoHasIt() {
        assertThat(advice(offer(ANNA, VERA))).contains("choose a colleague");
        assertThat(advice(offer(ANNA, ANNA))).contains("Anna has this case already");
        offer(ANNA, BEN);
        assertThat(advice(offer(ANNA, MIRA))).contains("offered to Ben already");
    }

    @Test
    void whoIsAwayIsOfferedNothingAndTheCoverIsNamed() {
        availabilities.goAway(
                BEN.memberId(), 0, time.now(), Optional.empty(), Optional.of(13L), BEN.memberId());
        assertThat(advice(offer(ANNA, BEN)))
                .isEqualTo("Ben is away, and Mira stands in. Offer it to Mira.");
        assertThat(stage.events(id)).doesNotContain("HandoverOffered");
    }

    @Test
    void aStaleTabIsToldWhatHappened() {
        var seen = version();
        offer(ANNA, BEN);
        assertThat(handovers.offer(id, seen, ANNA, MIRA.memberId(), "Again."))
                .isEqualTo(new Stale("Anna offered the case to Ben."));
        var offered = version();
        handovers.takeBack(id, offered, ANNA);
        assertThat(handovers.accept(id, offered, BEN))
                .isEqualTo(new Stale("Anna took the offer to Ben back."));
        assertThat(assignee()).isEqualTo("11");
    }

    @Test
    void acceptingTwiceIsNoMistake() {
        offer(ANNA, BEN);
        var seen = version();
        handovers.accept(id, seen, BEN);
        assertThat(handovers.accept(id, seen, BEN)).isInstanceOf(Done.class);
        assertThat(stage.events(id, "HandoverAccepted")).isEqualTo(1);
    }

    @Test
    void ofTakingBackAndAcceptingAtOnceOneHappens() throws Exception {
        for (int round = 0; round < 10; round++) {
            offer(ANNA, BEN);
            var seen = version();
            var together = new CyclicBarrier(2);
            Callable<Outcome> back =
                    () -> {
                        together.await();
                        return handovers.takeBack(id, seen, ANNA);
                    };
            Callable<Outcome> take =
                    () -> {
                        together.await();
                        return handovers.accept(id, seen, BEN);
                    };
            try (var people = Executors.newFixedThreadPool(2)) {
                var outcomes = people.invokeAll(List.of(back, take));
                var takenBack = outcomes.get(0).get() instanceof Done;
                var accepted = outcomes.get(1).get() instanceof Done;
                assertThat(takenBack).isNotEqualTo(accepted);
                assertThat(assignee()).isEqualTo(accepted ? "12" : "11");
                if (accepted) {
                    handovers.offer(id, version(), BEN, ANNA.memberId(), "Back to you.");
                    handovers.accept(id, version(), ANNA);
                }
            }
        }
    }

    @Test
    void closingOrReleasingEndsAnOffer() {
        offer(ANNA, BEN);
        cases.release(id, version(), ANNA);
        assertThat(stage.column("SELECT came_to FROM handover")).containsExactly("LAPSED");
        assertThat(handovers.accept(id, version(), BEN)).isInstanceOf(NotPossible.class);
        cases.claim(id, version(), ANNA);
        offer(ANNA, BEN);
        cases.dismiss(id, version(), ANNA, DismissalReason.SPAM, "");
        assertThat(stage.column("SELECT came_to FROM handover"))
                .containsExactly("LAPSED", "LAPSED");
        assertThat(stage.one("SELECT offered_to_id FROM cases")).isEqualTo("-");
    }

    @Test
    void askingForHelpLeavesTheCaseWhereItIs() {
        var asked = handovers.ask(id, version(), ANNA, BEN.memberId(), "Is the shop open?");
        assertThat(asked).isInstanceOf(Done.class);
        assertThat(assignee()).isEqualTo("11");
        var question = handovers.find(id).askedOf(BEN.memberId()).getFirst();
        assertThat(question.question()).isEqualTo("Is the shop open?");
        assertThat(handovers.help(id, question.id(), MIRA, "No.")).isInstanceOf(NotPossible.class);
        assertThat(handovers.help(id, question.id(), BEN, "Until six.")).isInstanceOf(Done.class);
        assertThat(handovers.help(id, question.id(), BEN, "Twice."))
                .isInstanceOf(NotPossible.class);
        assertThat(handovers.find(id).help().getFirst().answer()).contains("Until six.");
        assertThat(handovers.find(id).askedOf(BEN.memberId())).isEmpty();
        assertThat(handovers.find(id).people()).isEqualTo(1);
        assertThat(stage.events(id)).containsSubsequence("HelpAsked", "HelpGiven");
    }

    @Test
    void nobodyIsAskedTwiceAtOnce() {
        var seen = version();
        handovers.ask(id, seen, ANNA, BEN.memberId(), "Is the shop open?");
        assertThat(handovers.ask(id, seen, ANNA, BEN.memberId(), "Is the shop open?"))
                .isInstanceOf(Stale.class);
        assertThat(advice(handovers.ask(id, version(), ANNA, BEN.memberId(), "Well?")))
                .contains("Ben is asked already");
        assertThat(handovers.find(id).help()).hasSize(1);
    }

    @Test
    void theQueueShowsWhatWaitsForOneself() {
        var helped = stage.complaint("cara");
        cases.claim(helped, stage.version(helped), ANNA);
        stage.complaint("dora");
        offer(ANNA, BEN);
        handovers.ask(helped, stage.version(helped), ANNA, BEN.memberId(), "Is the shop open?");
        var bens = QueueFilter.all(BEN.memberId()).narrowed(QueueFilter.Whose.HANDED, false);
        assertThat(queue.find(bens, Optional.empty()).rows())
                .extracting(QueueRow::id)
                .containsExactlyInAnyOrder(id, helped);
        assertThat(
                        queue.findCounts(QueueFilter.all(BEN.memberId()))
                                .orElseThrow()
                                .handed()
                                .number())
                .isEqualTo(2);
        assertThat(
                        queue.findCounts(QueueFilter.all(MIRA.memberId()))
                                .orElseThrow()
                                .handed()
                                .number())
                .isZero();
    }

    private Outcome offer(Actor from, Actor to) {
        return handovers.offer(id, version(), from, to.memberId(), "Knows the shop.");
    }

    private static String advice(Outcome outcome) {
        return outcome instanceof NotPossible(var words) ? words : outcome.toString();
    }

    private long version() {
        return stage.version(id);
    }

    private String assignee() {
        return stage.one("SELECT assignee_id FROM cases WHERE id = " + id);
    }
}
