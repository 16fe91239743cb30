package firsthour.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import firsthour.time.ControlledTime;
import firsthour.triage.DryRun.Fate;
import firsthour.triage.DryRun.Load;
import firsthour.triage.RoutingRule.Change;
import firsthour.triage.RoutingTarget.Manner;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class DryRunTest {
    private final DryRuns dryRuns;
    private final RoutingRules rules;
    private final Stage stage;
    private final ControlledTime time;

    DryRunTest(DryRuns dryRuns, RoutingRules rules, Stage stage, ControlledTime time) {
        this.dryRuns = dryRuns;
        this.rules = rules;
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
    void itTellsWhereEachCaseWouldHaveGoneAndChangesNothing() {
        var first = stage.complaint("a");
        time.pass(Duration.ofHours(1));
        var second = stage.complaint("b");
        var events = stage.one("SELECT COUNT(*) FROM event_log");
        var run = dryRuns.of(draft("All", RoutingConditions.ANY, Manner.TURN));
        assertThat(run.cases()).isEqualTo(2);
        assertThat(run.fates())
                .extracting(Fate::caseId, Fate::person)
                .containsExactly(
                        tuple(second, Optional.of("Ben")), tuple(first, Optional.of("Anna")));
        assertThat(stage.column("SELECT COALESCE(assignee_id, 0) FROM cases"))
                .containsExactly("0", "0");
        // The draft itself is one event more.
        assertThat(stage.one("SELECT COUNT(*) FROM event_log WHERE type NOT LIKE 'Rule%'"))
                .isEqualTo(events);
    }

    @Test
    void whatWasClosedMakesRoomAgain() {
        stage.execute("INSERT INTO availability (member_id, capacity) VALUES (11, 1), (12, 0)");
        var first = stage.complaint("a");
        time.pass(Duration.ofHours(1));
        var second = stage.complaint("b");
        time.pass(Duration.ofHours(1));
        stage.execute(
                "UPDATE cases SET state = 'DISMISSED', closed_at = '%s' WHERE id = %d"
                        .formatted(
                                time.now().toString().replace('T', ' ').replace("Z", ""), first));
        var third = stage.complaint("c");
        var run = dryRuns.of(draft("All", RoutingConditions.ANY, Manner.TURN));
        assertThat(run.fates())
                .extracting(Fate::caseId, Fate::person)
                .containsExactly(
                        tuple(third, Optional.of("Anna")),
                        tuple(second, Optional.empty()),
                        tuple(first, Optional.of("Anna")));
        assertThat(run.loads()).containsExactly(new Load("Anna", 2, 2, 1, 1));
    }

    @Test
    void aLiveRuleThatIsAskedBeforeTakesItsCases() {
        stage.complaint("a");
        stage.execute("UPDATE score SET severity = 80");
        time.pass(Duration.ofHours(1));
        stage.complaint("b");
        var severe =
                new RoutingConditions(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.of(70),
                        OptionalLong.empty(),
                        OptionalInt.empty(),
                        false);
        var live = draft("Severe", severe, Manner.TURN);
        rules.noteTried(live.id(), live.version(), 13);
        rules.goLive(live.id(), live.version(), 13);
        draft("Another draft", RoutingConditions.ANY, Manner.TURN);
        var run = dryRuns.of(draft("Rest", RoutingConditions.ANY, Manner.TURN));
        assertThat(run.fates()).hasSize(1);
        assertThat(run.loads())
                .containsExactlyInAnyOrder(
                        new Load("Anna", 1, 0, 1, 20), new Load("Ben", 1, 1, 1, 20));
    }

    @Test
    void whatIsOlderThanAMonthIsNotLookedAtAndWhoIsAwayCounts() {
        stage.complaint("a");
        time.pass(DryRuns.MONTH.plusMillis(1));
        stage.complaint("b");
        stage.execute(
                "INSERT INTO availability (member_id, capacity, away_since)"
                        + " VALUES (11, 20, '2026-11-01')");
        var run = dryRuns.of(draft("All", RoutingConditions.ANY, Manner.TURN));
        assertThat(run.cases()).isEqualTo(1);
        assertThat(run.loads()).extracting(Load::name).containsExactly("Anna");
    }

    private RoutingRule draft(String name, RoutingConditions conditions, Manner manner) {
        var target = new RoutingTarget(Optional.of(7L), Optional.empty(), manner);
        if (rules.draft(new RoutingRule.Draft(name, conditions, target), 13)
                instanceof Change.Done(var rule)) {
            return rule;
        }
        throw new AssertionError(name);
    }
}
