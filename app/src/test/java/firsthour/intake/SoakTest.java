package firsthour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Budgets;
import firsthour.brand.Networks;
import firsthour.brand.Sources;
import firsthour.brand.TrackedQueries;
import firsthour.connectors.Settings;
import firsthour.database.Rows;
import firsthour.time.Clock;
import firsthour.time.ControlledTime;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Ten simulated minutes of two hundred sources that share twenty accounts, and of forty feeds that
/// somebody wants pulled every minute.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "soak.network", value = "true")
@Property(name = "firsthour.allowed-hosts", value = "127.0.0.1")
class SoakTest {
    private static final int SOURCES = 200;
    private static final int FEEDS = 40;
    private static final int ACCOUNTS = 20;
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final int MINUTE = 12;

    private final Sources sources;
    private final Networks networks;
    private final TrackedQueries queries;
    private final Budgets budgets;
    private final Intake intake;
    private final SourceStates states;
    private final Turns turns;
    private final Clock clock;
    private final ControlledTime time;
    private final Rows rows;
    private final List<Long> feeds = new ArrayList<>();

    SoakTest(
            Sources sources,
            Networks networks,
            TrackedQueries queries,
            Budgets budgets,
            Intake intake,
            SourceStates states,
            Turns turns,
            Clock clock,
            ControlledTime time,
            Rows rows) {
        this.sources = sources;
        this.networks = networks;
        this.queries = queries;
        this.budgets = budgets;
        this.intake = intake;
        this.states = states;
        this.turns = turns;
        this.clock = clock;
        this.time = time;
        this.rows = rows;
    }

    @BeforeEach
    void nothingIsThere() {
        for (var table :
                List.of(
                        "mention",
                        "post",
                        "source_checkpoint",
                        "source_count",
                        "source_state",
                        "source",
                        "pace")) {
            rows.execute("DELETE FROM " + table);
        }
    }

    @Test
    void everyPostComesOnceNoLimitIsPassedAndNobodyStarves() throws IOException {
        try (var server = new SoakServer(time::now)) {
            for (int i = 0; i < SOURCES; i++) {
                sources.add(
                        "soak",
                        "Soak " + i,
                        null,
                        new Settings(
                                Map.of(
                                        "address",
                                        server.address(i),
                                        "account",
                                        "a" + i % ACCOUNTS)),
                        false);
            }
            for (int i = 0; i < FEEDS; i++) {
                feeds.add(
                        sources.add(
                                        "rss",
                                        "Feed " + i,
                                        null,
                                        new Settings(Map.of("url", server.feed(i))),
                                        false)
                                .id());
            }
            sweep(12);
            int threads = Thread.activeCount();
            sweep(108);

            assertThat(rows.column("SELECT source_id FROM source_count WHERE pulls - refusals > 2"))
                    .hasSize(SOURCES + FEEDS);
            assertThat(Thread.activeCount()).isLessThan(threads + 20);

            int wanted = server.posts();
            int wantedOfFeeds = server.postsOfAFeed();
            server.becomeHonest();
            sweep(60);

            assertThat(
                            rows.column(
                                    "SELECT COUNT(*) FROM post WHERE network = 'soak'"
                                            + " GROUP BY source_id HAVING COUNT(*) < "
                                            + wanted))
                    .isEmpty();
            assertThat(
                            rows.column(
                                    "SELECT COUNT(*) FROM post WHERE network = 'rss'"
                                            + " GROUP BY source_id HAVING COUNT(*) >= "
                                            + wantedOfFeeds))
                    .hasSize(FEEDS);
            assertThat(server.unchanged).hasSize(FEEDS);
            assertThat(server.unchanged.values()).allMatch(times -> times.get() > 1);
            assertThat(
                            rows.column(
                                    """
                                    SELECT source_id FROM source_state t JOIN source s ON s.id = source_id
                                    WHERE s.network = 'rss' AND refusal_kind IS NOT NULL
                                    """))
                    .isEmpty();
            assertThat(
                            rows.column(
                                    """
                                    SELECT c.source_id FROM source_checkpoint c
                                    JOIN source s ON s.id = c.source_id
                                    WHERE s.network = 'soak' AND c.checkpoint <>
                                      (SELECT COUNT(*) FROM post p WHERE p.source_id = c.source_id)
                                    """))
                    .isEmpty();
            assertThat(server.asked).hasSize(ACCOUNTS);
            server.asked.values().forEach(SoakTest::assertWithinTheLimit);
        }
    }

    private static void assertWithinTheLimit(List<Instant> asked) {
        int from = 0;
        for (int to = 0; to < asked.size(); to++) {
            while (Duration.between(asked.get(from), asked.get(to))
                            .compareTo(SoakNetwork.LIMIT.per())
                    >= 0) {
                from++;
            }
            assertThat(to - from + 1).isLessThanOrEqualTo(SoakNetwork.LIMIT.requests());
        }
    }

    private void sweep(int steps) {
        for (int i = 0; i < steps; i++) {
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                var pulls =
                        new Pulls(
                                sources, networks, queries, budgets, intake, states, turns, clock,
                                executor);
                if (i % MINUTE == 0) {
                    feeds.forEach(pulls::hurry);
                }
                pulls.sweep();
            }
            time.pass(STEP);
        }
    }
}
