package firsthour.triage;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BEN;
import static firsthour.triage.Stage.MIRA;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.team.Availabilities;
import firsthour.time.ControlledTime;
import firsthour.triage.RoutingRule.Change;
import firsthour.triage.RoutingTarget.Manner;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class RoutingTest {
    private static final long TEAM = 7;

    private final RoutingRules rules;
    private final Routing routing;
    private final Cases cases;
    private final Availabilities availabilities;
    private final Stage stage;
    private final ControlledTime time;

    RoutingTest(
            RoutingRules rules,
            Routing routing,
            Cases cases,
            Availabilities availabilities,
            Stage stage,
            ControlledTime time) {
        this.rules = rules;
        this.routing = routing;
        this.cases = cases;
        this.availabilities = availabilities;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void aTeamOfTwo() {
        stage.reset();
        stage.execute("INSERT INTO team VALUES (7, 'Delivery', '2026-01-01')");
        stage.execute("INSERT INTO team_member VALUES (7, 11), (7, 12)");
    }

    @Test
    void withoutARuleACaseIsAnybodys() {
        var id = stage.complaint("ann");
        assertThat(stage.one("SELECT team_id FROM cases")).isEqualTo("-");
        assertThat(stage.events(id)).doesNotContain("CaseRouted", "CaseAssigned");
    }

    @Test
    void eachInTurnGetsANewCase() {
        live("All", RoutingConditions.ANY, Manner.TURN);
        var first = stage.complaint("a");
        time.pass(Duration.ofSeconds(1));
        var second = stage.complaint("b");
        time.pass(Duration.ofSeconds(1));
        var third = stage.complaint("c");
        assertThat(assignees()).containsExactly("11", "12", "11");
        assertThat(stage.events(first))
                .containsSubsequence("CaseOpened", "CaseRouted", "CaseAssigned");
        assertThat(stage.one("SELECT routing_reason FROM cases WHERE id = " + second))
                .isEqualTo("Sent to Delivery by the rule \"All\"");
        assertThat(stage.one("SELECT way FROM holding WHERE case_id = " + third))
                .isEqualTo("ASSIGNED");
    }

    @Test
    void whoHasLeastToDoGetsANewCase() {
        live("All", RoutingConditions.ANY, Manner.LEAST_LOAD);
        var mine = stage.complaint("a");
        assertThat(assignees()).containsExactly("11");
        stage.complaint("b");
        var version = stage.version(mine);
        cases.dismiss(mine, version, ANNA, DismissalReason.SPAM, "");
        time.pass(Duration.ofSeconds(1));
        stage.complaint("c");
        assertThat(assignees()).containsExactly("11", "12", "11");
    }

    @Test
    void whoIsAwayOrFullIsPassedOver() {
        live("All", RoutingConditions.ANY, Manner.TURN);
        away(ANNA, Optional.empty());
        availabilities.changeWork(BEN.memberId(), 0, 1, "", 0);
        stage.complaint("a");
        time.pass(Duration.ofSeconds(1));
        stage.complaint("b");
        assertThat(assignees()).containsExactly("12", "-");
        assertThat(stage.one("SELECT routing_reason FROM cases WHERE assignee_id IS NULL"))
                .endsWith("nobody of them is free");
        assertThat(stage.one("SELECT team_id FROM cases WHERE assignee_id IS NULL")).isEqualTo("7");
    }

    @Test
    void whereNobodyIsHereManagersSeeItAtOnce() {
        live("All", RoutingConditions.ANY, Manner.TURN);
        away(ANNA, Optional.empty());
        stage.execute("UPDATE member SET active = FALSE WHERE id = 12");
        var id = stage.complaint("a");
        assertThat(stage.one("SELECT unattended_at IS NOT NULL FROM cases")).isEqualTo("1");
        assertThat(stage.events(id)).contains("CaseUnattended");
    }

    @Test
    void theFirstRuleThatFitsDecides() {
        stage.execute("INSERT INTO team VALUES (8, 'Care', '2026-01-01')");
        stage.execute("INSERT INTO team_member VALUES (8, 13)");
        var inquiries =
                new RoutingConditions(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(CaseKind.INQUIRY),
                        Optional.empty(),
                        RoutingConditions.ANY.minSeverity(),
                        RoutingConditions.ANY.minReach(),
                        RoutingConditions.ANY.minEarlier(),
                        false);
        live(
                "Questions",
                inquiries,
                new RoutingTarget(Optional.of(8L), Optional.empty(), Manner.TURN));
        live("All", RoutingConditions.ANY, Manner.POOL);
        stage.complaint("a");
        assertThat(stage.one("SELECT team_id FROM cases")).isEqualTo("7");
        assertThat(assignees()).containsExactly("-");
    }

    @Test
    void aSkillIsAskedForInTheTeam() {
        availabilities.changeWork(BEN.memberId(), 0, 20, "german", 0);
        live(
                "German",
                RoutingConditions.ANY,
                new RoutingTarget(Optional.of(TEAM), Optional.of("German"), Manner.TURN));
        stage.complaint("a");
        assertThat(assignees()).containsExactly("12");
    }

    @Test
    void vipsAndReachAndHistoryAreReadOfTheStoredCase() {
        stage.execute("INSERT INTO vip_author VALUES (1, 1, 'mastodon', 'ann')");
        stage.post("earlier").author("ann").store();
        stage.execute(
                "INSERT INTO mention (post_id, brand_id, state, published_at, detected_at)"
                        + " SELECT id, 1, 'TRIAGED', published_at, detected_at FROM post");
        var mention = stage.post("now").author("ann").followers(40).mention();
        stage.score(mention, "NEGATIVE", .9, .05, null);
        stage.execute(
                "UPDATE score SET topics = '[\"Delivery\",\"price\"]', severity = 30, language = 'de-AT'");
        stage.execute("UPDATE post SET reposts = 3 WHERE external_id = 'now'");
        stage.triage();
        var facts = facts(stage.caseOf(mention));
        assertThat(facts.vip()).isTrue();
        assertThat(facts.reach()).isEqualTo(340);
        assertThat(facts.earlierPosts()).isEqualTo(1);
        assertThat(facts.topics()).containsExactlyInAnyOrder("delivery", "price");
        assertThat(facts.language()).contains("de");
        assertThat(facts.severity()).hasValue(30);
    }

    @Test
    void reopeningWaitsForTriageBeforeItTakesTheCase() throws Exception {
        var id = stage.complaint("ann");
        cases.claim(id, stage.version(id), Stage.ANNA);
        cases.dismiss(id, stage.version(id), Stage.ANNA, DismissalReason.SPAM, "");
        stage.execute("UPDATE cases SET assignee_id = NULL");
        live("All", RoutingConditions.ANY, Manner.LEAST_LOAD);
        var seen = stage.version(id);
        var reopened =
                stage.whileWaiting(
                        List.of(Stage.TURN, "SELECT id FROM routing_turn FOR UPDATE"),
                        () -> cases.reopen(id, seen, Stage.MIRA),
                        "SELECT id FROM cases");
        assertThat(reopened).isInstanceOf(Outcome.Done.class);
        assertThat(stage.events(id)).contains("CaseRouted");
    }

    @Test
    void ofTwoNodesAtOnceEachGivesAnotherPersonACase() throws Exception {
        live("All", RoutingConditions.ANY, Manner.LEAST_LOAD);
        stage.execute("UPDATE routing_rule SET state = 'OFF'");
        var ids = new ArrayList<Long>();
        for (int i = 0; i < 10; i++) {
            ids.add(stage.complaint("author " + i));
        }
        stage.execute("UPDATE routing_rule SET state = 'LIVE'");
        var together = new CyclicBarrier(2);
        try (var nodes = Executors.newFixedThreadPool(2)) {
            var tasks =
                    List.<Callable<Boolean>>of(
                            () -> routeAll(together, ids.subList(0, 5)),
                            () -> routeAll(together, ids.subList(5, 10)));
            for (var done : nodes.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(stage.one("SELECT COUNT(*) FROM cases WHERE assignee_id = 11")).isEqualTo("5");
        assertThat(stage.one("SELECT COUNT(*) FROM cases WHERE assignee_id = 12")).isEqualTo("5");
    }

    @Test
    void whatATeamIsGivenOnlyTheTeamClaimsUntilItIsUnattended() {
        live("All", RoutingConditions.ANY, Manner.POOL);
        stage.execute("DELETE FROM team_member WHERE member_id = 12");
        var id = stage.complaint("a");
        assertThat(cases.claim(id, stage.version(id), BEN))
                .isInstanceOfSatisfying(
                        Outcome.NotPossible.class,
                        refused ->
                                assertThat(refused.advice()).contains("This case is for Delivery"));
        stage.execute("UPDATE cases SET unattended_at = '2026-11-16 12:50'");
        assertThat(cases.claim(id, stage.version(id), BEN)).isInstanceOf(Outcome.Done.class);
        assertThat(stage.one("SELECT unattended_at FROM cases")).isEqualTo("-");
        var other = stage.complaint("b");
        assertThat(cases.claim(other, stage.version(other), MIRA)).isInstanceOf(Outcome.Done.class);
    }

    private boolean routeAll(CyclicBarrier together, List<Long> ids) throws Exception {
        together.await();
        for (var id : ids) {
            stage.inTransaction(() -> routing.route(id));
        }
        return true;
    }

    private RoutingFacts facts(long caseId) {
        return routing.findFacts(caseId).orElseThrow();
    }

    private List<String> assignees() {
        return stage.column("SELECT assignee_id FROM cases ORDER BY id");
    }

    private void away(Actor who, Optional<Long> cover) {
        availabilities.goAway(
                who.memberId(),
                availabilities.get(who.memberId()).version(),
                time.now(),
                Optional.empty(),
                cover,
                who.memberId());
    }

    private void live(String name, RoutingConditions conditions, Manner manner) {
        live(name, conditions, new RoutingTarget(Optional.of(TEAM), Optional.empty(), manner));
    }

    private void live(String name, RoutingConditions conditions, RoutingTarget target) {
        var drafted = rules.draft(new RoutingRule.Draft(name, conditions, target), 13);
        if (drafted instanceof Change.Done(var rule)) {
            rules.noteTried(rule.id(), rule.version(), 13);
            assertThat(rules.goLive(rule.id(), rule.version(), 13)).isInstanceOf(Change.Done.class);
        } else {
            throw new AssertionError(drafted);
        }
    }
}
