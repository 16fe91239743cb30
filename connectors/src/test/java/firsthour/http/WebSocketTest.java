package firsthour.http;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import firsthour.http.NoAnswer.Why;
import firsthour.http.SocketStub.Talk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");
    private static final int MOST = 10_000;
    private static final Duration LONG = Duration.ofSeconds(10);

    @RegisterExtension
    static final WireMockExtension ENCRYPTED =
            WireMockExtension.newInstance()
                    .options(wireMockConfig().dynamicPort().dynamicHttpsPort())
                    .build();

    private final Outbound outbound =
            new Outbound(
                    InstantSource.fixed(NOW), "127.0.0.1"::equals, limits(Duration.ofSeconds(20)));

    @AfterEach
    void close() {
        outbound.close();
    }

    @Test
    void messagesComeWholeAndInOrderHoweverTheyAreCut() throws IOException {
        try (SocketStub server =
                new SocketStub(talk -> {
                    talk.text("größer 🙂");
                    byte[] long0 = "x".repeat(9_000).getBytes(UTF_8);
                    talk.raw(Talk.frame(SocketStub.TEXT, false, long0));
                    talk.raw(Talk.frame(SocketStub.PING, true, new byte[] {1}));
                    talk.raw(Talk.frame(SocketStub.CONTINUATION, true, "y".getBytes(UTF_8)));
                    byte[] last = Talk.frame(SocketStub.TEXT, true, "last".getBytes(UTF_8));
                    for (byte one : last) {
                        talk.raw(new byte[] {one});
                    }
                    talk.hold();
                })) {
            try (Messages messages = open(outbound, server.uri().resolve("/a?b=c"))) {
                assertThat(texts(messages, 3))
                        .containsExactly("größer 🙂", "x".repeat(9_000) + "y", "last");
                assertThat(messages.next(Duration.ofMillis(50)))
                        .isInstanceOf(Message.Nothing.class);
            }
            Talk talk = server.talks().getFirst();
            assertThat(talk.target()).isEqualTo("/a?b=c");
            assertThat(talk.header("User-Agent")).startsWith("Firsthour/");
            eventually(() -> talk.heard().contains(8));
            assertThat(talk.heard()).startsWith(10, 8);
        }
    }

    @Test
    void anAddressIsLookedUpOnceForTheConnectionThatIsJudged() throws IOException {
        AtomicInteger lookups = new AtomicInteger();
        AddressGuard guard =
                new AddressGuard(
                        name -> false,
                        name -> {
                            lookups.incrementAndGet();
                            return List.of(InetAddress.getLoopbackAddress());
                        });
        try (SocketStub server = new SocketStub(Talk::hold);
                Outbound strict = new Outbound(InstantSource.fixed(NOW), guard, limits(LONG))) {
            URI uri = URI.create("http://rebind.example:" + server.uri().getPort() + "/");

            assertThat(failure(strict, uri).why()).isEqualTo(Why.FORBIDDEN);
            assertThat(server.talks()).isEmpty();
        }
        assertThat(lookups).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"})
    void noWayOfWritingAPrivateAddressGetsThrough(String host) throws IOException {
        try (SocketStub server = new SocketStub(Talk::hold);
                Outbound strict =
                        new Outbound(InstantSource.fixed(NOW), name -> false, limits(LONG))) {
            URI uri = URI.create("http://" + host + ":" + server.uri().getPort());

            assertThat(failure(strict, uri).why()).isEqualTo(Why.FORBIDDEN);
            assertThat(server.talks()).isEmpty();
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() {
        URI uri = URI.create("https://127.0.0.1:" + ENCRYPTED.getHttpsPort() + "/");

        NoAnswer untrusted = failure(outbound, uri);

        assertThat(untrusted.why()).isEqualTo(Why.UNREACHABLE);
        assertThat(untrusted.detail()).contains("No trusted encryption");
    }

    @Test
    void aPortWithoutAServerIsUnreachable() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(failure(outbound, URI.create("http://127.0.0.1:" + free)).why())
                .isEqualTo(Why.UNREACHABLE);
    }

    @Test
    void anAnswerThatOpensNothingIsHandedOn() throws IOException {
        String head =
                "HTTP/1.1 429 Busy~Retry-After: 30~Content-Type: text/html~Content-Length: 100000~~";
        String busy = head.replace("~", "\r\n") + "x".repeat(100_000);
        try (RawServer server = new RawServer(out -> out.write(RawServer.ascii(busy)))) {
            assertThat(outbound.listen(server.uri(), MOST))
                    .isInstanceOfSatisfying(
                            Listening.Answered.class,
                            answered -> {
                                assertThat(answered.answer().status()).isEqualTo(429);
                                assertThat(answered.answer().retryAt())
                                        .contains(NOW.plusSeconds(30));
                                assertThat(answered.answer().mediaType()).isEqualTo("text/html");
                            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 101 OK~Upgrade: websocket~Connection: Upgrade~Sec-WebSocket-Accept: bm8=~~",
                "HTTP/1.1 101 OK~~",
                "SSH-2.0-OpenSSH_9.2~",
                ""
            })
    void aHandshakeThatIsNoneIsBroken(String answer) throws IOException {
        byte[] bytes = RawServer.ascii(answer.replace("~", "\r\n"));
        try (RawServer server = new RawServer(out -> out.write(bytes))) {
            assertThat(failure(outbound, server.uri()).why()).isEqualTo(Why.BROKEN);
        }
    }

    @Test
    void aHandshakeThatIsNeverAnsweredEnds() throws IOException {
        try (RawServer mute = new RawServer(out -> LockSupport.parkNanos(LONG.toNanos()));
                Outbound impatient = impatient()) {
            assertThat(failure(impatient, mute.uri()).why()).isEqualTo(Why.TIMED_OUT);
        }
    }

    @Test
    void aHugeMessageEndsItInOnePieceAndInMany() throws IOException {
        byte[] half = new byte[MOST / 2 + 1];
        List<SocketStub.Script> scripts =
                List.of(
                        talk -> talk.text("x".repeat(MOST + 1)),
                        talk -> talk.raw(new byte[] {(byte) 0x81, 127, 0x7f, 1, 1, 1, 1, 1, 1, 1}),
                        talk -> {
                            talk.raw(Talk.frame(SocketStub.TEXT, false, half));
                            talk.raw(Talk.frame(SocketStub.CONTINUATION, false, half));
                        });
        for (SocketStub.Script script : scripts) {
            SocketStub.Script whole =
                    talk -> {
                        talk.text("first");
                        script.play(talk);
                        talk.hold();
                    };
            try (SocketStub server = new SocketStub(whole);
                    Messages messages = open(outbound, server.uri())) {
                assertThat(texts(messages, 1)).containsExactly("first");
                assertThat(end(messages).why()).isEqualTo(Why.TOO_LARGE);
            }
        }
    }

    @Test
    void whatIsNoFrameEndsIt() throws IOException {
        byte[] garbage = "HTTP/1.1 200 OK\r\n\r\n<html>".getBytes(UTF_8);
        try (SocketStub server =
                        new SocketStub(talk -> {
                            talk.text("first");
                            talk.raw(garbage);
                            talk.hold();
                        });
                Messages messages = open(outbound, server.uri())) {
            assertThat(texts(messages, 1)).containsExactly("first");
            assertThat(end(messages).why()).isEqualTo(Why.BROKEN);
            assertThat(end(messages).why()).isEqualTo(Why.BROKEN);
        }
    }

    @Test
    void aCutInAMessageEndsItAfterWhatWasWhole() throws IOException {
        byte[] frame = Talk.frame(SocketStub.TEXT, true, "half".getBytes(UTF_8));
        try (SocketStub server =
                        new SocketStub(talk -> {
                            talk.text("whole");
                            talk.raw(Arrays.copyOf(frame, 4));
                        });
                Messages messages = open(outbound, server.uri())) {
            assertThat(texts(messages, 1)).containsExactly("whole");
            assertThat(end(messages).why()).isEqualTo(Why.BROKEN);
        }
    }

    @Test
    void aServerThatAnswersNoPingIsGivenUpAndOneThatDoesIsNot() throws IOException {
        try (SocketStub server =
                        new SocketStub(talk -> {
                            talk.text("first");
                            talk.hold();
                        });
                Outbound impatient = impatient();
                Messages messages = open(impatient, server.uri())) {
            assertThat(texts(messages, 1)).hasSize(1);
            Talk talk = server.talks().getFirst();
            assertThat(messages.next(Duration.ofMillis(900))).isInstanceOf(Message.Nothing.class);
            assertThat(talk.heard()).contains(SocketStub.PING);

            talk.turnDeaf();
            assertThat(messages.next(LONG))
                    .isInstanceOfSatisfying(
                            Message.Ended.class,
                            ended -> assertThat(ended.why().why()).isEqualTo(Why.TIMED_OUT));
        }
    }

    @Test
    void somebodySlowMakesTheOtherSideWait() throws IOException {
        String text = "x".repeat(8_000);
        int messagesInAll = 20_000; // 160 MB
        try (SocketStub server =
                        new SocketStub(talk -> {
                            for (int i = 0; i < messagesInAll; i++) {
                                talk.text(text);
                            }
                            talk.hold();
                        });
                Messages messages = open(outbound, server.uri())) {
            assertThat(texts(messages, 1)).containsExactly(text);
            Talk talk = server.talks().getFirst();

            long stalled = talk.awaitStall();
            // What fits into both machines' buffers, not what the server has to say.
            assertThat(stalled).isLessThan(40_000_000);

            assertThat(texts(messages, messagesInAll - 1)).hasSize(messagesInAll - 1);
            assertThat(talk.written()).isGreaterThan(160_000_000);
        }
    }

    @Test
    void itsThreadEndsWithIt() throws IOException {
        try (SocketStub server = new SocketStub(Talk::hold)) {
            Messages messages = open(outbound, server.uri());
            long before = threads();
            messages.close();
            eventually(() -> threads() < before);
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("web-socket"))
                .count();
    }

    private static void eventually(BooleanSupplier holds) {
        long until = System.nanoTime() + LONG.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static Messages open(Outbound way, URI uri) {
        return switch (way.listen(uri, MOST)) {
            case Listening.Opened(Messages messages) -> messages;
            case Listening other -> throw new AssertionError(other);
        };
    }

    private static NoAnswer failure(Outbound way, URI uri) {
        return switch (way.listen(uri, MOST)) {
            case Listening.Failed(NoAnswer none) -> none;
            case Listening other -> throw new AssertionError(other);
        };
    }

    private static List<String> texts(Messages messages, int count) {
        List<String> texts = new ArrayList<>();
        while (texts.size() < count) {
            switch (messages.next(LONG)) {
                case Message.Text(String text) -> texts.add(text);
                case Message other -> throw new AssertionError(other);
            }
        }
        return texts;
    }

    private static NoAnswer end(Messages messages) {
        return switch (messages.next(LONG)) {
            case Message.Ended(NoAnswer why) -> why;
            case Message other -> throw new AssertionError(other);
        };
    }

    private static Outbound impatient() {
        return new Outbound(
                InstantSource.fixed(NOW), "127.0.0.1"::equals, limits(Duration.ofMillis(600)));
    }

    private static Limits limits(Duration silence) {
        return new Limits(
                Duration.ofSeconds(5),
                silence,
                Duration.ofSeconds(20),
                50_000,
                5,
                Duration.ofHours(24));
    }
}
