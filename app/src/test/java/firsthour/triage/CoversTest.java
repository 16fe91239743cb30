package firsthour.triage;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BEN;
import static firsthour.triage.Stage.MIRA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import firsthour.team.Availabilities;
import firsthour.team.Members;
import firsthour.team.Role;
import firsthour.time.ControlledTime;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class CoversTest {
    private final Covers covers;
    private final Cases cases;
    private final PublicWords words;
    private final Handovers handovers;
    private final Availabilities availabilities;
    private final Members members;
    private final Stage stage;
    private final ControlledTime time;

    CoversTest(
            Covers covers,
            Cases cases,
            PublicWords words,
            Handovers handovers,
            Availabilities availabilities,
            Members members,
            Stage stage,
            ControlledTime time) {
        this.covers = covers;
        this.cases = cases;
        this.words = words;
        this.handovers = handovers;
        this.availabilities = availabilities;
        this.members = members;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void whoIsRemovedWhileHoldingCasesLosesNoneOfThem() {
        var id = claimed(ANNA);
        members.deactivate(ANNA.memberId(), MIRA.memberId());
        assertThat(covers.sweep()).isEqualTo(1);
        assertThat(assignee(id)).isEqualTo("-");
        assertThat(stage.one("SELECT unattended_at IS NOT NULL FROM cases")).isEqualTo("1");
        assertThat(stage.events(id)).contains("CaseLeftBehind");
        assertThat(covers.sweep()).isZero();
        assertThat(cases.claim(id, stage.version(id), BEN)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whoGoesAwayLeavesCasesToTheCover() {
        var id = claimed(ANNA);
        time.pass(Duration.ofMinutes(1));
        away(ANNA, time.now(), Optional.of(BEN.memberId()));
        assertThat(covers.sweep()).isEqualTo(1);
        assertThat(assignee(id)).isEqualTo("12");
        assertThat(stage.events(id)).contains("CaseCovered");
        assertThat(handovers.find(id).hands())
                .extracting(Holding::name, Holding::way)
                .containsExactly(
                        tuple("Anna", Holding.Way.CLAIMED), tuple("Ben", Holding.Way.COVERED));
    }

    @Test
    void anAbsenceThatIsPlannedMovesNothingBeforeItBegins() {
        var id = claimed(ANNA);
        away(ANNA, time.now().plus(Duration.ofHours(1)), Optional.of(BEN.memberId()));
        assertThat(covers.sweep()).isZero();
        time.pass(Duration.ofHours(1));
        assertThat(covers.sweep()).isEqualTo(1);
        assertThat(assignee(id)).isEqualTo("12");
    }

    @Test
    void whatSomebodyTakesWhileAwayStaysWithThem() {
        away(ANNA, time.now(), Optional.of(BEN.memberId()));
        time.pass(Duration.ofMinutes(1));
        var id = claimed(ANNA);
        assertThat(covers.sweep()).isZero();
        assertThat(assignee(id)).isEqualTo("11");
    }

    @Test
    void whoOnlyReadsFromNowOnHoldsNothing() {
        var id = claimed(ANNA);
        members.changeRole(ANNA.memberId(), Role.VIEWER, MIRA.memberId());
        assertThat(covers.sweep()).isEqualTo(1);
        assertThat(assignee(id)).isEqualTo("-");
    }

    @Test
    void aStaleTabOfWhoIsGoneChangesNothing() {
        var id = claimed(ANNA);
        var seen = stage.version(id);
        time.pass(Duration.ofMinutes(1));
        away(ANNA, time.now(), Optional.of(BEN.memberId()));
        covers.sweep();
        assertThat(cases.dismiss(id, seen, ANNA, DismissalReason.SPAM, ""))
                .isEqualTo(new Outcome.TakenBy("Ben"));
        assertThat(cases.find(id).orElseThrow().state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void anOfferToWhoGoesAwayLapsesAndTheCaseStays() {
        var id = claimed(ANNA);
        handovers.offer(id, stage.version(id), ANNA, BEN.memberId(), "Knows the shop.");
        away(BEN, time.now(), Optional.empty());
        assertThat(covers.sweep()).isEqualTo(1);
        assertThat(assignee(id)).isEqualTo("11");
        assertThat(stage.one("SELECT offered_to_id FROM cases")).isEqualTo("-");
        assertThat(stage.one("SELECT came_to FROM handover")).isEqualTo("LAPSED");
        assertThat(stage.events(id)).contains("HandoverLapsed");
    }

    @Test
    void aCaseThatIsOpenedAgainGoesToTheCoverOfWhoIsAway() {
        var id = resolved(ANNA);
        away(ANNA, time.now(), Optional.of(BEN.memberId()));
        assertThat(cases.reopen(id, stage.version(id), MIRA)).isInstanceOf(Outcome.Done.class);
        assertThat(assignee(id)).isEqualTo("12");
        assertThat(stage.events(id)).containsSubsequence("CaseReopened", "CaseCovered");
    }

    @Test
    void aCaseThatIsOpenedAgainIsSentAnewWhereNobodyStandsIn() {
        var id = resolved(ANNA);
        stage.execute("INSERT INTO team VALUES (7, 'Delivery', '2026-01-01')");
        stage.execute("INSERT INTO team_member VALUES (7, 11), (7, 12)");
        stage.execute(
                "INSERT INTO routing_rule (place, name, state, team_id, manner)"
                        + " VALUES (1, 'All', 'LIVE', 7, 'TURN')");
        members.deactivate(ANNA.memberId(), MIRA.memberId());
        cases.reopen(id, stage.version(id), MIRA);
        assertThat(assignee(id)).isEqualTo("12");
        assertThat(stage.one("SELECT unattended_at FROM cases")).isEqualTo("-");
        assertThat(stage.events(id))
                .containsSubsequence(
                        "CaseReopened", "CaseLeftBehind", "CaseRouted", "CaseAssigned");
    }

    @Test
    void aCaseThatIsOpenedAgainStaysWithWhoIsHere() {
        var id = resolved(ANNA);
        cases.reopen(id, stage.version(id), MIRA);
        assertThat(assignee(id)).isEqualTo("11");
        assertThat(handovers.find(id).people()).isEqualTo(1);
    }

    @Test
    void ofTwoNodesThatSweepAtOnceEachCaseIsPassedOnOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            claimed(ANNA);
        }
        time.pass(Duration.ofMinutes(1));
        away(ANNA, time.now(), Optional.of(BEN.memberId()));
        var together = new CyclicBarrier(2);
        Callable<Integer> node =
                () -> {
                    together.await();
                    return covers.sweep();
                };
        try (var nodes = Executors.newFixedThreadPool(2)) {
            int passed = 0;
            for (var done : nodes.invokeAll(List.of(node, node))) {
                passed += done.get();
            }
            assertThat(passed).isEqualTo(20);
        }
        assertThat(stage.one("SELECT COUNT(*) FROM event_log WHERE type = 'CaseCovered'"))
                .isEqualTo("20");
        assertThat(stage.one("SELECT COUNT(*) FROM cases WHERE assignee_id = 12")).isEqualTo("20");
    }

    private int written;

    private long claimed(Actor who) {
        var id = stage.complaint("author " + written++);
        assertThat(cases.claim(id, stage.version(id), who)).isInstanceOf(Outcome.Done.class);
        return id;
    }

    private long resolved(Actor who) {
        var id = claimed(who);
        var seen = stage.version(id);
        stage.inTransaction(() ->
                assertThat(words.say(id, seen, who, ReplyKind.ANSWER, time.now()))
                        .isInstanceOf(Outcome.Done.class));
        assertThat(cases.resolve(id, stage.version(id), who)).isInstanceOf(Outcome.Done.class);
        time.pass(Duration.ofHours(1));
        return id;
    }

    private String assignee(long id) {
        return stage.one("SELECT assignee_id FROM cases WHERE id = " + id);
    }

    private void away(Actor who, Instant since, Optional<Long> cover) {
        availabilities.goAway(
                who.memberId(),
                availabilities.get(who.memberId()).version(),
                since,
                Optional.empty(),
                cover,
                who.memberId());
    }
}
