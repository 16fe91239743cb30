package firsthour.intake;

import static firsthour.intake.StubNetwork.page;
import static firsthour.intake.StubNetwork.post;
import static firsthour.intake.StubNetwork.refused;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.brand.Budgets;
import firsthour.brand.Networks;
import firsthour.brand.QueryError;
import firsthour.brand.Sources;
import firsthour.brand.TrackedQueries;
import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Settings;
import firsthour.database.Rows;
import firsthour.time.Clock;
import firsthour.time.ControlledTime;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.network", value = "true")
class PullsTest {
    private static final Refusal BUSY = new Refusal.Transient("stub.example answered 503");

    /// Longer than any interval of the network.
    private static final Duration LONG = StubNetwork.INTERVAL.multipliedBy(3);

    private final Pulls pulls;
    private final Networks networks;
    private final TrackedQueries queries;
    private final Budgets budgets;
    private final Intake intake;
    private final SourceStates states;
    private final Turns turns;
    private final Clock clock;
    private final SourceHealth health;
    private final Sources sources;
    private final Brands brands;
    private final StubNetwork network;
    private final ControlledTime time;
    private final Rows rows;

    private final Brand kestrel;
    private long source;

    PullsTest(
            Pulls pulls,
            Networks networks,
            TrackedQueries queries,
            Budgets budgets,
            Intake intake,
            SourceStates states,
            Turns turns,
            Clock clock,
            SourceHealth health,
            Sources sources,
            Brands brands,
            StubNetwork network,
            ControlledTime time,
            Rows rows)
            throws QueryError {
        this.pulls = pulls;
        this.networks = networks;
        this.queries = queries;
        this.budgets = budgets;
        this.intake = intake;
        this.states = states;
        this.turns = turns;
        this.clock = clock;
        this.health = health;
        this.sources = sources;
        this.brands = brands;
        this.network = network;
        this.time = time;
        this.rows = rows;
        kestrel = brands.findByName("Kestrel").orElseGet(() -> brands.add("Kestrel", "UTC", false));
    }

    @BeforeEach
    void addASource() throws QueryError {
        for (var table :
                List.of("mention", "post", "source_checkpoint", "source_count", "source_state")) {
            rows.execute("DELETE FROM " + table);
        }
        rows.execute("DELETE FROM source");
        rows.execute("DELETE FROM tracked_query");
        brands.addQuery(kestrel.id(), "kestrel");
        source = sources.add("stub", "Stub", kestrel.id(), new Settings(Map.of()), false).id();
        pulls.hurry(source);
    }

    @Test
    void goesOnWhereTheLastStoredPageEnded() {
        network.answers(
                i -> page(List.of(post("p" + i, time.now())), "{\"page\":" + i + "}", i == 0));
        pulls.pull(source);
        time.pass(LONG);
        pulls.pull(source);

        assertThat(network.asked)
                .containsExactly("- [kestrel]", "{\"page\":0} [kestrel]", "{\"page\":1} [kestrel]");
        assertThat(rows.column("SELECT external_id FROM post ORDER BY id"))
                .containsExactly("p0", "p1", "p2");
        assertThat(rows.column("SELECT COUNT(*) FROM mention")).containsExactly("3");
    }

    @Test
    void beginsAnewWhenItSearchesForSomethingElse() throws QueryError {
        network.answers(i -> page(List.of(), "{}", false));
        pulls.pull(source);
        brands.addQuery(kestrel.id(), "falcon");
        time.pass(LONG);
        pulls.pull(source);

        assertThat(network.asked).containsExactly("- [kestrel]", "- [kestrel, falcon]");
    }

    @Test
    void keepsACheckpointOfAnAnswerThatBringsNothing() {
        network.answers(
                i -> new Pull.Unchanged(new Checkpoint("{\"etag\":" + i + "}"), Budget.UNSAID));
        pulls.pull(source);

        assertThat(rows.column("SELECT checkpoint FROM source_checkpoint"))
                .containsExactly("{\"etag\":0}");
        assertThat(shown().lastSuccess()).contains(time.now());
    }

    @Test
    void asksAgainAfterTheNetworksIntervalAndNotBefore() {
        network.answers(i -> page(List.of(), "{}", false));
        pulls.pull(source);
        assertThat(shown().nextPull().orElseThrow())
                .isBetween(
                        time.now().plus(StubNetwork.INTERVAL.multipliedBy(9).dividedBy(10)),
                        time.now().plus(StubNetwork.INTERVAL.multipliedBy(11).dividedBy(10)));

        time.pass(StubNetwork.INTERVAL.dividedBy(2));
        pulls.pull(source);
        assertThat(network.asked).hasSize(1);
    }

    @Test
    void sharesALongBackfillOverSeveralTurns() {
        network.answers(i -> page(List.of(), "{}", true));
        pulls.pull(source);

        assertThat(network.asked).hasSize(20);
        assertThat(shown().nextPull()).contains(time.now());
    }

    @Test
    void restsAsLongAsANetworkSaysThatNothingIsLeft() {
        var spent =
                new Budget(OptionalLong.of(0), Optional.of(time.now().plus(LONG).plusSeconds(90)));
        network.answers(
                i -> new Pull.Page(List.of(), List.of(), new Checkpoint("{}"), true, spent));
        pulls.pull(source);

        assertThat(network.asked).hasSize(1);
        assertThat(shown().nextPull()).isEqualTo(spent.resetsAt());
    }

    @Test
    void isOneNodesAtATimeEvenWhenItIsHurried() {
        network.answers(i -> {
            pulls.pull(source);
            pulls.hurry(source);
            pulls.pull(source);
            return page(List.of(), "{}", false);
        });
        pulls.pull(source);

        assertThat(network.asked).hasSize(1);
    }

    @Test
    void isTakenOverThreeMinutesAfterItsNodeWasKilled() {
        var lease = time.now().plus(Duration.ofMinutes(3));
        rows.execute("UPDATE source_state SET leased_until = '" + sql(lease) + "'");
        network.answers(i -> page(List.of(), "{}", false));

        time.pass(Duration.ofMinutes(3).minusSeconds(1));
        pulls.pull(source);
        assertThat(network.asked).isEmpty();

        time.pass(Duration.ofSeconds(1));
        pulls.pull(source);
        assertThat(network.asked).hasSize(1);
    }

    @Test
    void eachPageProlongsTheTurn() {
        network.answers(i -> {
            time.pass(Duration.ofMinutes(2));
            pulls.pull(source);
            return page(List.of(post("p" + i, time.now())), "{}", i < 2);
        });
        pulls.pull(source);

        assertThat(network.asked).hasSize(3);
    }

    @Test
    void aPageThatTookLongerThanTheTurnIsLeftToTheNodeThatTookOver() {
        network.answers(i -> {
            if (i == 0) {
                time.pass(Duration.ofMinutes(4));
                pulls.pull(source);
            }
            return page(List.of(post("p" + i, time.now())), "{\"of\":" + i + "}", false);
        });
        pulls.pull(source);

        assertThat(network.asked).hasSize(2);
        assertThat(rows.column("SELECT external_id FROM post")).containsExactly("p1");
        assertThat(rows.column("SELECT checkpoint FROM source_checkpoint"))
                .containsExactly("{\"of\":1}");
    }

    @Test
    void aPullThatBreaksOffIsToldAndTriedAgainAfterAMinute() {
        network.answers(i -> {
            if (i == 1) {
                throw new IllegalStateException("a fault of ours");
            }
            return page(List.of(post("p" + i, time.now())), "{\"page\":" + i + "}", i == 0);
        });
        pulls.pull(source);

        var problem = shown().problem().orElseThrow();
        assertThat(problem.trouble()).isEqualTo(Trouble.BROKE_OFF);
        assertThat(problem.since()).isEqualTo(time.now());
        assertThat(shown().asked()).isEmpty();
        assertThat(shown().nextPull()).contains(time.now().plus(Duration.ofMinutes(1)));
        assertThat(rows.column("SELECT external_id FROM post")).containsExactly("p0");

        time.pass(Duration.ofMinutes(1));
        pulls.pull(source);
        assertThat(network.asked).last().isEqualTo("{\"page\":0} [kestrel]");
        assertThat(shown().problem()).isEmpty();
    }

    @Test
    void refusalsInARowAreToldSinceTheFirstAndTriedMoreAndMoreSeldom() {
        var first = time.now();
        network.answers(i -> refused(BUSY));
        pulls.pull(source);
        time.pass(Duration.ofMinutes(1));
        pulls.pull(source);

        var problem = shown().problem().orElseThrow();
        assertThat(problem.since()).isEqualTo(first);
        assertThat(problem.detail()).isEqualTo("stub.example answered 503");
        assertThat(shown().nextPull()).contains(time.now().plus(Duration.ofMinutes(2)));
        assertThat(rows.column("SELECT CONCAT(pulls, '/', refusals) FROM source_count"))
                .containsExactly("2/2");
    }

    @Test
    void aSourceThatWorksAgainHasNoProblemAndStartsCountingAnew() {
        network.answers(i -> i == 1 ? page(List.of(), "{}", false) : refused(BUSY));
        pulls.pull(source);
        time.pass(Duration.ofMinutes(1));
        pulls.pull(source);
        assertThat(shown().problem()).isEmpty();

        time.pass(LONG);
        pulls.pull(source);
        assertThat(shown().problem().orElseThrow().since()).isEqualTo(time.now());
        assertThat(shown().nextPull()).contains(time.now().plus(Duration.ofMinutes(1)));
    }

    @Test
    void whatIsGoneForGoodIsSwitchedOff() {
        network.answers(i -> refused(new Refusal.Gone("stub.example answered 410")));
        pulls.pull(source);

        assertThat(shown().enabled()).isFalse();
        assertThat(shown().problem().orElseThrow().trouble()).isEqualTo(Trouble.GONE);
    }

    @Test
    void aSweepPullsWhatIsDueAndSwitchedOn() {
        var off = sources.add("stub", "Off", kestrel.id(), new Settings(Map.of()), false).id();
        sources.setEnabled(off, false);
        var added = sources.add("stub", "Added", kestrel.id(), new Settings(Map.of()), false).id();

        network.answers(i -> page(List.of(), "{}", false));
        sweepAndWait();

        assertThat(rows.column("SELECT source_id FROM source_count ORDER BY source_id"))
                .containsExactly(Long.toString(source), Long.toString(added));
    }

    private void sweepAndWait() {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            new Pulls(sources, networks, queries, budgets, intake, states, turns, clock, executor)
                    .sweep();
        }
    }

    private SourceHealth.Health shown() {
        return health.list().stream().filter(it -> it.id() == source).findFirst().orElseThrow();
    }

    private static String sql(Instant instant) {
        return instant.toString().replace('T', ' ').replace("Z", "");
    }
}
