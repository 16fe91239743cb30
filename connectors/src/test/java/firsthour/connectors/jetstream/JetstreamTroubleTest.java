package firsthour.connectors.jetstream;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.connectors.Checkpoint;
import firsthour.connectors.Garble;
import firsthour.connectors.Post;
import firsthour.connectors.Refusal;
import firsthour.connectors.StreamEvent;
import firsthour.http.Outbound;
import firsthour.http.SocketStub;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.junit.jupiter.api.Test;

class JetstreamTroubleTest extends JetstreamFixture {

    private static final int MESSAGES = 1_000;

    JetstreamTroubleTest() throws IOException {}

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
                            written[0] = flood.talks().getFirst().awaitStall();
                        }
                        seen[0] += batch.events().size();
                        return seen[0] < all;
                    });

            assertThat(written[0]).isBetween(1_000_000L, 40_000_000L);
            assertThat(seen[0]).isEqualTo(all);
        }
    }

    @Provide
    Arbitrary<List<Garble>> garbles() {
        return Garble.any().list().ofSize(MESSAGES);
    }

    /// A batch waits for a moment, so that few tries with many messages are quicker than many with
    /// few.
    @Property(seed = "20261109", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @AddLifecycleHook(Tries.class)
    @Tag("fuzz")
    void noGarbledMessageEndsTheStream(@ForAll("garbles") List<Garble> garbles) throws IOException {
        String whole = JetstreamStub.commit(AT, ANN, "k1", "create", record("Acme"));
        List<StreamEvent> events = new ArrayList<>();
        try (JetstreamStub odd = new JetstreamStub()) {
            for (Garble garble : garbles) {
                String message = garble.text(garble.flaws().size() > 1 ? whole : farewell());
                odd.add(AT, message.substring(0, Math.min(message.length(), 50_000)));
                odd.add(AT, whole);
            }
            odd.post(AT.plusSeconds(1), ANN, "last", "Acme");

            Optional<Refusal> end =
                    connector.stream(
                            settings(odd.uri()),
                            Checkpoint.NONE,
                            batch -> {
                                events.addAll(batch.events());
                                return events.isEmpty()
                                        || !brief(events.getLast()).startsWith(uri("last"));
                            });

            assertThat(end).isEmpty();
        }
        assertThat(events).hasSizeGreaterThan(MESSAGES);
    }

    /// As many messages as other connectors get answers, by `-Dfuzz.tries`, and 500 at least.
    static final class Tries implements AroundPropertyHook {
        @Override
        public PropertyExecutionResult aroundProperty(
                PropertyLifecycleContext context, PropertyExecutor property) {
            int messages = Integer.getInteger("fuzz.tries", MESSAGES);
            context.attributes().setTries(Math.max(1, messages / MESSAGES));
            return property.execute();
        }
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

    private Refusal end(URI address) {
        return connector.stream(settings(address), Checkpoint.NONE, _ -> true).orElseThrow();
    }
}
