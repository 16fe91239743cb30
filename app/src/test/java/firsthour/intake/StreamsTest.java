package firsthour.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.brand.Networks;
import firsthour.brand.QueryError;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.brand.TrackedQueries;
import firsthour.connectors.Settings;
import firsthour.connectors.jetstream.JetstreamStub;
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
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "firsthour.allowed-hosts", value = "127.0.0.1")
class StreamsTest {
    private static final String ANN = "did:plc:ann";
    private static final String OWN = "did:plc:kestrel";
    private static final List<String> TABLES =
            List.of(
                    "event_pending",
                    "event_log",
                    "found_reply",
                    "mention",
                    "post_revision",
                    "post",
                    "source",
                    "own_account",
                    "tracked_query",
                    "brand");

    private final Streams streams;
    private final Networks networks;
    private final TrackedQueries queries;
    private final Sieve sieve;
    private final Intake intake;
    private final SourceStates states;
    private final Turns turns;
    private final Clock clock;
    private final Pulls pulls;
    private final SourceHealth health;
    private final Sources sources;
    private final Brands brands;
    private final ControlledTime time;
    private final Rows rows;
    private final JetstreamStub server = new JetstreamStub();
    private Instant now = Instant.EPOCH;
    private Source source;

    StreamsTest(
            Streams streams,
            Networks networks,
            TrackedQueries queries,
            Sieve sieve,
            Intake intake,
            SourceStates states,
            Turns turns,
            Clock clock,
            Pulls pulls,
            SourceHealth health,
            Sources sources,
            Brands brands,
            ControlledTime time,
            Rows rows)
            throws IOException {
        this.streams = streams;
        this.networks = networks;
        this.queries = queries;
        this.sieve = sieve;
        this.intake = intake;
        this.states = states;
        this.turns = turns;
        this.clock = clock;
        this.pulls = pulls;
        this.health = health;
        this.sources = sources;
        this.brands = brands;
        this.time = time;
        this.rows = rows;
    }

    @BeforeEach
    void addASource() throws QueryError {
        TABLES.forEach(table -> rows.execute("DELETE FROM " + table));
        Brand kestrel = brands.add("Kestrel", "UTC", false);
        brands.addQuery(kestrel.id(), "kestrel AND NOT bird");
        brands.addOwnAccount(kestrel.id(), "jetstream", OWN, false);
        brands.addQuery(brands.add("Falcon", "UTC", false).id(), "falcon");
        var settings = new Settings(Map.of("endpoint", server.uri().toString()));
        source = sources.add("jetstream", "Stream", kestrel.id(), settings, false);
        pulls.hurry(source.id());
        now = time.now();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void keepsWhatMatchesTheSourcesBrandAndItsOwnWordsAndNothingElse() {
        server.post(now, ANN, "k1", "Kestrel lost my parcel");
        server.post(now, ANN, "k2", "I saw a kestrel, a bird");
        server.post(now, ANN, "k3", "Falcon lost my parcel");
        server.post(now, ANN, "k4", "Falcon is better than Kestrel");
        server.post(now, OWN, "k5", "We are sorry, we will look for it.");
        server.post(now.plusMillis(1), ANN, "last", "What a day");

        listenUntilStored(now.plusMillis(1));

        assertThat(keys()).containsExactly("k1", "k4", "k5");
        assertThat(rows.column("SELECT COUNT(*) FROM mention")).containsExactly("3");
        assertThat(rows.column("SELECT COUNT(*) FROM found_reply")).containsExactly("1");
        assertThat(shown().asked()).contains("kestrel");
        assertThat(shown().lastSuccess()).contains(time.now());
        assertThat(shown().lastPost()).contains(now);
    }

    @Test
    void whatIsDeletedIsBuriedAndWhatWasDeletedAtOnceIsNeverStored() {
        server.post(now, ANN, "k1", "Kestrel lost my parcel");
        server.post(now, "did:plc:bob", "k2", "Kestrel lost mine");
        server.post(now, "did:plc:bob", "k3", "Kestrel lost all of it");
        server.post(now, "did:plc:cay", "k4", "Kestrel is fine");
        listenUntilStored(now);
        server.delete(now.plusMillis(1), ANN, "k1");
        server.becomes(now.plusMillis(2), "did:plc:bob", "takendown");
        server.becomes(now.plusMillis(3), "did:plc:cay", "deactivated");
        server.post(now.plusMillis(4), ANN, "k5", "Kestrel, sorry, wrong window");
        server.delete(now.plusMillis(5), ANN, "k5");

        listenUntilStored(now.plusMillis(5));

        assertThat(
                        rows.column(
                                "SELECT CONCAT(text, '|', author_handle IS NULL) FROM post"
                                        + " ORDER BY id"))
                .containsExactly("|1", "|1", "|1", "Kestrel is fine|0");
    }

    @Test
    void afterManyCutsEachPostIsStoredOnce() throws InterruptedException {
        var random = new Random(5);
        var wanted = new ArrayList<String>();
        int posts = 6_000;
        for (int i = 0; i < posts; i++) {
            boolean matches = i % 3 == 0;
            server.post(at(i), ANN, "k" + i, (matches ? "Kestrel " : "Somebody ") + i);
            if (matches) {
                wanted.add("k" + i);
            }
        }
        server.cuts(() -> 1 + random.nextInt(1_200));
        var thread =
                Thread.ofVirtual()
                        .start(() -> {
                            while (sources.get(source.id()).enabled()) {
                                time.pass(Duration.ofMinutes(1));
                                streams.listen(source.id());
                            }
                        });
        awaitStored(at(posts - 1));
        sources.setEnabled(source.id(), false);
        thread.join();

        assertThat(keys()).containsExactlyElementsOf(wanted);
        assertThat(rows.column("SELECT COUNT(*) FROM mention"))
                .containsExactly(String.valueOf(wanted.size()));
        assertThat(server.asked()).hasSizeGreaterThan(8);
        assertThat(Long.parseLong(rows.column("SELECT duplicate FROM source_count").getFirst()))
                .isLessThan(server.asked().size());
    }

    @Test
    void isOneNodesAtATimeAndNeverPulled() {
        server.post(now, ANN, "k1", "Kestrel lost my parcel");
        pulls.sweep();
        listening(() -> {
            awaitStored(now);
            time.pass(Duration.ofMinutes(2));
            await().until(() -> isLeasedFor(Duration.ofMinutes(3)));
            streams.listen(source.id());
            pulls.pull(source.id());
        });

        assertThat(server.asked()).hasSize(1);
        assertThat(rows.column("SELECT leased_until IS NULL FROM source_state"))
                .containsExactly("1");
    }

    @Test
    void storesNothingMoreOnceAnotherNodeHasTakenOver() throws InterruptedException {
        server.post(now, ANN, "k1", "Kestrel lost my parcel");
        var thread = Thread.ofVirtual().start(() -> streams.listen(source.id()));
        awaitStored(now);
        rows.execute("UPDATE source_state SET leased_until = '2031-01-01'");
        server.post(now.plusMillis(1), ANN, "k2", "Kestrel lost the next one");
        thread.join();

        assertThat(keys()).containsExactly("k1");
        assertThat(rows.column("SELECT YEAR(leased_until) FROM source_state"))
                .containsExactly("2031");
    }

    @Test
    void aStreamThatEndsIsToldAndTriedMoreAndMoreSeldom() throws IOException {
        server.close();
        var first = time.now();
        streams.listen(source.id());
        assertThat(shown().nextPull()).contains(first.plus(Duration.ofMinutes(1)));
        time.pass(Duration.ofMinutes(1));
        streams.listen(source.id());

        var problem = shown().problem().orElseThrow();
        assertThat(problem.trouble()).isEqualTo(Trouble.TRANSIENT);
        assertThat(problem.since()).isEqualTo(first);
        assertThat(shown().nextPull()).contains(time.now().plus(Duration.ofMinutes(2)));
        assertThat(shown().asked()).contains("kestrel");
    }

    @Test
    void aStreamThatBringsSomethingAgainHasNoProblem() {
        rows.execute(
                "UPDATE source_state SET refusal_kind = 'TRANSIENT', refusal_detail = 'x',"
                        + " refused_at = '2026-11-01', refusals_in_row = 3");
        server.post(now, ANN, "k1", "What a day");

        listenUntilStored(now);

        assertThat(shown().problem()).isEmpty();
        assertThat(rows.column("SELECT refusals_in_row FROM source_state")).containsExactly("0");
    }

    @Test
    void goesOnFromWhereItWasLeftWhateverIsTracked() throws QueryError {
        server.post(now, ANN, "k1", "Kestrel lost my parcel");
        listenUntilStored(now);
        brands.addQuery(brands.findByName("Kestrel").orElseThrow().id(), "parcel");
        server.post(now.plusMillis(1), ANN, "k2", "Where is my parcel?");
        listenUntilStored(now.plusMillis(1));

        assertThat(keys()).containsExactly("k1", "k2");
        assertThat(server.asked()).last().asString().endsWith("=" + JetstreamStub.micros(now));
    }

    @Test
    void whatTheNetworkNoLongerHadStandsOnTheSourcesPage() {
        server.post(now, ANN, "k1", "Kestrel lost my parcel");
        listenUntilStored(now);
        time.pass(Duration.ofHours(40));
        server.post(time.now(), ANN, "k2", "Kestrel lost another");
        listenUntilStored(time.now());

        var gap = shown().gap().orElseThrow();
        assertThat(gap.from()).isEqualTo(now);
        assertThat(gap.until()).isEqualTo(now.plus(Duration.ofHours(4)));
    }

    @Test
    void aSweepListensInTheBackgroundUntilTheNodeStops() {
        server.post(now, ANN, "k1", "Kestrel lost my parcel");
        var node = new Streams(sources, networks, queries, sieve, intake, states, turns, clock);
        node.sweep();
        node.sweep();
        awaitStored(now);
        node.stop();

        assertThat(server.asked()).hasSize(1);
        assertThat(rows.column("SELECT leased_until IS NULL FROM source_state"))
                .containsExactly("1");
        node.sweep();
        assertThat(server.asked()).hasSize(1);
    }

    /// Does something while the source is listened to, which is switched off afterwards.
    private void listening(Runnable deed) {
        var thread = Thread.ofVirtual().start(() -> streams.listen(source.id()));
        try {
            deed.run();
            sources.setEnabled(source.id(), false);
            thread.join();
            sources.setEnabled(source.id(), true);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listenUntilStored(Instant at) {
        listening(() -> awaitStored(at));
    }

    /// Waits until all is stored that happened up to a time.
    private void awaitStored(Instant at) {
        var micros = String.valueOf(JetstreamStub.micros(at));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        rows.column("SELECT checkpoint FROM source_checkpoint").stream()
                                .anyMatch(kept -> kept.contains(micros)));
    }

    private boolean isLeasedFor(Duration span) {
        var until = time.now().plus(span).toString().replace('T', ' ').replace("Z", "");
        return rows.column("SELECT leased_until = '" + until + "' FROM source_state")
                .equals(List.of("1"));
    }

    private Instant at(int index) {
        return now.minusSeconds(60).plusNanos(index * 1_000L);
    }

    private List<String> keys() {
        return rows.column("SELECT SUBSTRING_INDEX(external_id, '/', -1) FROM post ORDER BY id");
    }

    private SourceHealth.Health shown() {
        return health.list().stream()
                .filter(it -> it.id() == source.id())
                .findFirst()
                .orElseThrow();
    }
}
