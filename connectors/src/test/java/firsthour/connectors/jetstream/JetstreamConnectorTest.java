package firsthour.connectors.jetstream;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.connectors.Checkpoint;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.connectors.StreamBatch;
import firsthour.connectors.StreamEvent;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class JetstreamConnectorTest extends JetstreamFixture {

    JetstreamConnectorTest() throws IOException {}

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
                .extracting(JetstreamFixture::brief)
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
                .extracting(JetstreamFixture::brief)
                .containsExactly(uri("k5") + " Acme");
        assertThat(batch.rejected()).hasSize(8);
        assertThat(batch.next().json()).contains(String.valueOf(JetstreamStub.micros(AT)));
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
}
