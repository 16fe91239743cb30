package firsthour.connectors.jetstream;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.connectors.Checkpoint;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Garbled;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.connectors.StreamBatch;
import firsthour.connectors.StreamEvent;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import firsthour.http.SocketStub;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JetstreamConnectorTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");
    private static final Instant AT = NOW.minusSeconds(60);
    private static final String ANN = "did:plc:ann";

    private final JetstreamStub server;
    private final Outbound outbound =
            new Outbound(() -> NOW, "127.0.0.1"::equals, limits(Duration.ofSeconds(10)));
    private final JetstreamConnector connector = new JetstreamConnector(outbound, () -> NOW);

    JetstreamConnectorTest() throws IOException {
        server = new JetstreamStub();
    }

    @AfterEach
    void close() throws IOException {
        outbound.close();
        server.close();
    }

    @Test
    void aMessageBecomesAPost() {
        Map<String, Object> record = JetstreamStub.record(AT, "Acme 🙂 acme.example/ord... late");
        record.put(
                "facets",
                List.of(
                        Map.of(
                                "index",
                                Map.of("byteStart", 10, "byteEnd", 29),
                                "features",
                                List.of(
                                        Map.of(
                                                "$type",
                                                "app.bsky.richtext.facet#link",
                                                "uri",
                                                "https://acme.example/orders")))));
        Map<String, String> parent = Map.of("uri", uri("k2"), "cid", "bafyk2");
        record.put("reply", Map.of("root", parent, "parent", parent));
        server.add(
                AT.plusMillis(300),
                JetstreamStub.commit(AT.plusMillis(300), ANN, "k7", "create", record));

        assertThat(events(1))
                .containsExactly(
                        new StreamEvent.Posted(
                                new Post(
                                        uri("k7"),
                                        Optional.of(
                                                URI.create(
                                                        "https://bsky.app/profile/did:plc:ann/post/k7")),
                                        Optional.empty(),
                                        "Acme 🙂 https://acme.example/orders late",
                                        Optional.of(
                                                new Post.Author(
                                                        ANN,
                                                        Optional.empty(),
                                                        Optional.of(
                                                                URI.create(
                                                                        "https://bsky.app/profile/did:plc:ann")),
                                                        OptionalLong.empty())),
                                        Optional.of("en"),
                                        OptionalInt.empty(),
                                        Optional.of(uri("k2")),
                                        AT,
                                        Optional.empty())));
    }

    @Test
    void deletionsAndFarewellsAreToldAndWhatIsAboutNoPostIsNot() {
        server.post(AT, ANN, "k1", "Acme");
        server.delete(AT.plusMillis(1), ANN, "k1");
        for (String status : List.of("deleted", "takendown", "suspended", "deactivated", "odd")) {
            server.becomes(AT.plusMillis(2), "did:plc:" + status, status);
        }
        server.becomes(AT.plusMillis(3), "did:plc:back", "");
        server.add(
                AT.plusMillis(4),
                "{\"did\":\"did:plc:ann\",\"time_us\":%d,\"kind\":\"identity\",\"identity\":{}}"
                        .formatted(JetstreamStub.micros(AT.plusMillis(4))));
        server.post(AT.plusMillis(5), ANN, "k2", "   ");
        server.add(
                AT.plusMillis(6),
                JetstreamStub.commit(
                        AT.plusMillis(6),
                        ANN,
                        "k3",
                        "update",
                        JetstreamStub.record(AT, "Acme, changed")));

        assertThat(events(6))
                .extracting(JetstreamConnectorTest::brief)
                .containsExactly(
                        uri("k1") + " Acme",
                        uri("k1"),
                        "did:plc:deleted",
                        "did:plc:takendown",
                        "did:plc:suspended",
                        uri("k3") + " Acme, changed");
    }

    @Test
    void asksForPostsFromTheCheckpointOn() {
        server.post(AT, ANN, "k1", "Acme");
        Checkpoint next = first(1).next();
        first(next);

        String what = "/subscribe?wantedCollections=app.bsky.feed.post&maxMessageSizeBytes=262144";
        assertThat(server.asked())
                .containsExactly(
                        what + "&cursor=" + JetstreamStub.micros(NOW.minusSeconds(600)),
                        what + "&cursor=" + JetstreamStub.micros(AT));
    }

    @Test
    void afterCutsInTheMiddleOfMessagesEachPostWasStoredOnce() {
        Random random = new Random(7);
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            server.post(AT.plusNanos(i * 1_000L), ANN, "k" + i, "Acme " + i);
            sent.add(uri("k" + i));
        }
        server.cuts(() -> 1 + random.nextInt(900));
        Map<String, Post> stored = new LinkedHashMap<>();
        List<String> again = new ArrayList<>();
        Checkpoint[] kept = {Checkpoint.NONE};
        int connections = 0;
        while (stored.size() < sent.size()) {
            Optional<Refusal> end =
                    connector.stream(
                            settings(),
                            kept[0],
                            batch -> {
                                if (random.nextInt(5) == 0) {
                                    return false; // crashed before it was stored
                                }
                                for (StreamEvent event : batch.events()) {
                                    Post post = ((StreamEvent.Posted) event).post();
                                    if (stored.putIfAbsent(post.externalId(), post) != null) {
                                        again.add(post.externalId());
                                    }
                                }
                                kept[0] = batch.next();
                                return stored.size() < sent.size();
                            });
            end.ifPresent(why -> assertThat(why).isInstanceOf(Refusal.Transient.class));
            assertThat(++connections).isLessThan(1_000);
        }

        assertThat(stored.keySet()).containsExactlyElementsOf(sent);
        assertThat(connections).isGreaterThan(8);
        // Only what a checkpoint itself names comes a second time.
        assertThat(again).hasSizeLessThan(connections);
    }

    @Test
    void whileTheSinkWorksTheServerWaits() throws Exception {
        String message = JetstreamStub.commit(AT, ANN, "k", "create", record("Acme ".repeat(900)));
        int all = 30_000; // 140 MB
        CountDownLatch reading = new CountDownLatch(1);
        try (SocketStub flood =
                new SocketStub(talk -> {
                    for (int i = 0; i < all; i++) {
                        talk.text(message);
                    }
                    talk.hold();
                })) {
            long[] written = new long[1];
            int[] seen = new int[1];
            connector.stream(
                    settings(flood.uri()),
                    Checkpoint.NONE,
                    batch -> {
                        if (reading.getCount() > 0) {
                            reading.countDown();
                            written[0] = whenItStands(flood.talks().getFirst());
                        }
                        seen[0] += batch.events().size();
                        return seen[0] < all;
                    });

            assertThat(written[0]).isBetween(1_000_000L, 40_000_000L);
            assertThat(seen[0]).isEqualTo(all);
        }
    }

    @Test
    void whatCannotBeReadIsCountedAndTheRestComes() {
        server.add(AT, "not JSON");
        server.add(AT, "[]");
        server.add(AT, "{\"did\":\"did:plc:ann\",\"kind\":\"commit\"}");
        Instant far = NOW.plus(Duration.ofDays(2));
        server.add(AT, JetstreamStub.commit(far, ANN, "k0", "create", record("Acme")));
        server.add(AT, JetstreamStub.commit(AT, ANN, "k k", "create", record("Acme")));
        server.add(AT, JetstreamStub.commit(AT, ANN, "k2", "create", Map.of()));
        server.add(AT, JetstreamStub.commit(AT, ANN, "k3", "create", Map.of("text", List.of())));
        Map<String, Object> old = record("Acme");
        old.put("createdAt", "1970-01-01T00:00:00Z");
        server.add(AT, JetstreamStub.commit(AT, ANN, "k4", "create", old));
        server.post(AT, ANN, "k5", "Acme");

        StreamBatch batch = first(9);

        assertThat(batch.events())
                .extracting(JetstreamConnectorTest::brief)
                .containsExactly(uri("k5") + " Acme");
        assertThat(batch.rejected()).hasSize(8);
        assertThat(batch.next().json()).contains(String.valueOf(JetstreamStub.micros(AT)));
    }

    @Test
    void noGarbledMessageEndsTheStream() {
        Garbled garbled = new Garbled(11);
        String whole = JetstreamStub.commit(AT, ANN, "k1", "create", record("Acme"));
        for (int i = 0; i < 3_000; i++) {
            String odd = garbled.of(i % 2 == 0 ? whole : farewell());
            server.add(AT, odd.substring(0, Math.min(odd.length(), 50_000)));
            server.add(AT, whole);
        }
        server.post(AT.plusSeconds(1), ANN, "last", "Acme");

        List<StreamEvent> events = new ArrayList<>();
        Optional<Refusal> end =
                connector.stream(
                        settings(),
                        Checkpoint.NONE,
                        batch -> {
                            events.addAll(batch.events());
                            return events.isEmpty()
                                    || !brief(events.getLast()).startsWith(uri("last"));
                        });

        assertThat(end).isEmpty();
        assertThat(events).hasSizeGreaterThan(3_000);
    }

    @Test
    void aStreamOfSomethingElseMeansThatTheSourceChanged() {
        for (int i = 0; i < 20; i++) {
            server.add(AT, "{\"hello\":" + i + "}");
        }
        assertThat(end(server.uri())).isInstanceOf(Refusal.SourceChanged.class);
    }

    @Test
    void aHugeMessageMeansThatTheSourceChanged() {
        server.post(AT, ANN, "k1", "x".repeat(300_000));
        assertThat(end(server.uri())).isInstanceOf(Refusal.SourceChanged.class);
    }

    @Test
    void aServerThatFallsSilentIsTriedAgain() throws IOException {
        try (SocketStub silent =
                        new SocketStub(talk -> {
                            talk.turnDeaf();
                            talk.hold();
                        });
                Outbound impatient =
                        new Outbound(
                                () -> NOW, "127.0.0.1"::equals, limits(Duration.ofMillis(500)))) {
            assertThat(
                            new JetstreamConnector(impatient, () -> NOW)
                                    .stream(settings(silent.uri()), Checkpoint.NONE, _ -> true))
                    .hasValueSatisfying(why ->
                            assertThat(why)
                                    .isInstanceOfSatisfying(
                                            Refusal.Transient.class,
                                            passing ->
                                                    assertThat(passing.detail())
                                                            .contains("silent")));
        }
    }

    @Test
    void aPrivateAddressIsDenied() {
        try (Outbound strict =
                new Outbound(() -> NOW, name -> false, limits(Duration.ofSeconds(5)))) {
            assertThat(
                            new JetstreamConnector(strict, () -> NOW)
                                    .stream(settings(), Checkpoint.NONE, _ -> true))
                    .containsInstanceOf(Refusal.Denied.class);
        }
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void theAddressMayBeGivenAsPeopleKnowItAndAWrongOneIsNamed() {
        server.post(AT, ANN, "k1", "Acme");
        String given = "ws://127.0.0.1:" + server.uri().getPort() + "/subscribe";
        connector.stream(new Settings(Map.of("endpoint", given)), Checkpoint.NONE, _ -> false);
        assertThat(server.asked()).singleElement().asString().startsWith("/subscribe?wanted");

        for (String wrong : List.of("not an address", "ftp://x.example", "wss://")) {
            assertThat(
                            connector.stream(
                                    new Settings(Map.of("endpoint", wrong)),
                                    Checkpoint.NONE,
                                    _ -> true))
                    .containsInstanceOf(Refusal.Misconfigured.class);
        }
    }

    @Test
    void whatTheServerHasForgottenIsToldOnce() {
        server.post(AT, ANN, "k1", "Acme");
        Instant left = NOW.minus(Duration.ofHours(40));
        List<StreamBatch> batches = new ArrayList<>();
        connector.stream(
                settings(),
                new Cursor(JetstreamStub.micros(left)).stored(),
                batch -> {
                    batches.add(batch);
                    return batches.size() < 2;
                });

        assertThat(batches.getFirst().gap())
                .contains(new StreamBatch.Gap(left, NOW.minus(Duration.ofHours(36))));
        assertThat(batches.getLast().gap()).isEmpty();
    }

    @Test
    void aPullBringsAShortPieceOfWhatNamesThePhrase() {
        for (int i = 0; i < 6_000; i++) {
            Instant at = AT.plusNanos(i * 1_000L);
            server.post(at, ANN, "k" + i, i % 100 == 0 ? "Acme is late" : "acmeist " + i);
        }
        server.delete(AT.plusSeconds(1), ANN, "k5900");
        Search search = new Search(List.of("Acme"));

        Pull.Page piece = (Pull.Page) connector.pull(settings(), search, Checkpoint.NONE);
        assertThat(piece.posts()).hasSize(50).allMatch(post -> post.text().equals("Acme is late"));
        assertThat(piece.more()).isTrue();

        Pull.Page rest = (Pull.Page) connector.pull(settings(), search, piece.next());
        assertThat(rest.more()).isFalse();
        assertThat(rest.posts()).extracting(Post::externalId).doesNotContain(uri("k5900"));
        assertThat(rest.posts()).hasSize(9);
    }

    @Test
    void theDescriptorAsksForNothing() {
        Descriptor descriptor = connector.descriptor();

        assertThat(descriptor.needsKey()).isFalse();
        assertThat(descriptor.needsBrand()).isTrue();
        assertThat(descriptor.fields()).noneMatch(Descriptor.Field::required);
        assertThat(descriptor.blindSpots()).isNotEmpty().allMatch(spot -> spot.endsWith("."));
    }

    private static long whenItStands(SocketStub.Talk talk) {
        long last = -1;
        while (talk.written() != last) {
            last = talk.written();
            java.util.concurrent.locks.LockSupport.parkNanos(500_000_000);
        }
        return last;
    }

    /// What comes until there are so many events.
    private List<StreamEvent> events(int count) {
        List<StreamEvent> events = new ArrayList<>();
        connector.stream(
                settings(),
                Checkpoint.NONE,
                batch -> {
                    events.addAll(batch.events());
                    return events.size() < count;
                });
        return events;
    }

    /// All that comes, until there are so many events and rejections, as one batch.
    private StreamBatch first(int count) {
        List<StreamEvent> events = new ArrayList<>();
        List<Pull.Rejected> rejected = new ArrayList<>();
        Checkpoint[] next = {Checkpoint.NONE};
        connector.stream(
                settings(),
                Checkpoint.NONE,
                batch -> {
                    events.addAll(batch.events());
                    rejected.addAll(batch.rejected());
                    next[0] = batch.next();
                    return events.size() + rejected.size() < count;
                });
        return new StreamBatch(events, rejected, next[0], Optional.empty());
    }

    private void first(Checkpoint from) {
        connector.stream(settings(), from, _ -> false);
    }

    private Refusal end(URI address) {
        return connector.stream(settings(address), Checkpoint.NONE, _ -> true).orElseThrow();
    }

    private Settings settings() {
        return settings(server.uri());
    }

    private static Settings settings(URI address) {
        return new Settings(Map.of("endpoint", address.toString()));
    }

    private static Map<String, Object> record(String text) {
        return JetstreamStub.record(AT, text);
    }

    private static String farewell() {
        return JetstreamStub.account(AT, ANN, "deleted");
    }

    private static String uri(String key) {
        return "at://" + ANN + "/app.bsky.feed.post/" + key;
    }

    private static String brief(StreamEvent event) {
        return switch (event) {
            case StreamEvent.Posted(Post post) -> post.externalId() + " " + post.text();
            case StreamEvent.PostGone(String id) -> id;
            case StreamEvent.AuthorGone(String handle) -> handle;
        };
    }

    private static Limits limits(Duration silence) {
        return new Limits(
                Duration.ofSeconds(5),
                silence,
                Duration.ofSeconds(30),
                1_000_000,
                5,
                Duration.ofHours(24));
    }
}
