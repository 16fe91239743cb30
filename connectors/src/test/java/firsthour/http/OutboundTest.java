package firsthour.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import firsthour.http.NoAnswer.Why;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");
    private static final Limits SMALL = limits(Duration.ofSeconds(10), Duration.ofSeconds(20));

    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance()
                    .options(wireMockConfig().dynamicPort().dynamicHttpsPort().gzipDisabled(true))
                    .build();

    private final Outbound outbound =
            new Outbound(InstantSource.fixed(NOW), Set.of("127.0.0.1")::contains, SMALL);

    @AfterEach
    void close() {
        outbound.close();
    }

    @Test
    void bringsStatusHeadersAndBody() {
        serve(okJson("{\"a\":\"ä\"}").withHeader("X-RateLimit-Remaining", "41"));

        Answer answer = answer(Request.get(at("/x?q=%22a%20b%22")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.mediaType()).isEqualTo("application/json");
        assertThat(answer.text()).isEqualTo("{\"a\":\"ä\"}");
        assertThat(answer.rate().remaining()).hasValue(41);
        SERVER.verify(getRequestedFor(urlEqualTo("/x?q=%22a%20b%22")));
    }

    @Test
    void namesItselfAndAddsTheHeadersItIsGiven() {
        serve(aResponse());

        answer(Request.get(at("/")).withHeader("Accept", "application/rss+xml"));

        SERVER.verify(
                getRequestedFor(anyUrl())
                        .withHeader("User-Agent", matching("Firsthour/.*"))
                        .withHeader("Accept", equalTo("application/rss+xml")));
    }

    @Test
    void postsTextAsUtf8WithItsLength() {
        SERVER.stubFor(post(anyUrl()).willReturn(aResponse().withBody("ok")));
        String json = "{\"text\":\"größer 🙂\"}";

        Answer answer =
                answer(
                        Request.post(at("/hook"), "application/json", json)
                                .withHeader("X-Key", "k"));

        assertThat(answer.text()).isEqualTo("ok");
        SERVER.verify(
                postRequestedFor(urlEqualTo("/hook"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withHeader("X-Key", equalTo("k"))
                        .withRequestBody(equalTo(json)));
    }

    @Test
    void aRedirectOfAPostIsTheAnswer() {
        SERVER.stubFor(post(anyUrl()).willReturn(temporaryRedirect("/elsewhere")));

        assertThat(answer(Request.post(at("/hook"), "application/json", "{}")).status())
                .isEqualTo(302);
        SERVER.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void conditionalHeadersGoBackExactlyAsTheyCame() {
        serve(aResponse().withHeader("ETag", "W/\"a-b\"").withHeader("Last-Modified", "yesterday"));
        Validators seen = answer(Request.get(at("/"))).validators();
        serve(aResponse().withStatus(304));

        Answer second = answer(Request.get(at("/")).ifChangedSince(seen));

        assertThat(second.status()).isEqualTo(304);
        SERVER.verify(
                getRequestedFor(anyUrl())
                        .withHeader("If-None-Match", equalTo("W/\"a-b\""))
                        .withHeader("If-Modified-Since", equalTo("yesterday")));
    }

    @Test
    void followsARelativeRedirectAndSaysWhereItEnded() {
        SERVER.stubFor(get("/old").willReturn(temporaryRedirect("new?x=1")));
        SERVER.stubFor(get("/new?x=1").willReturn(aResponse().withBody("here")));

        Answer answer = answer(Request.get(at("/old")));

        assertThat(answer.text()).isEqualTo("here");
        assertThat(answer.uri()).isEqualTo(at("/new?x=1"));
    }

    @Test
    void followsNoMoreRedirectsThanTheLimit() {
        serve(temporaryRedirect("/again"));

        assertThat(failure(Request.get(at("/"))).why()).isEqualTo(Why.LOST);
        SERVER.verify(6, getRequestedFor(anyUrl()));
    }

    @Test
    void aSecretHeaderFollowsWithinItsOriginOnly() {
        SERVER.stubFor(get("/first").willReturn(temporaryRedirect("/same")));
        SERVER.stubFor(
                get("/same")
                        .willReturn(
                                temporaryRedirect(
                                        "http://localhost:" + SERVER.getPort() + "/other")));
        SERVER.stubFor(get("/other").willReturn(aResponse()));
        try (Outbound two =
                new Outbound(
                        InstantSource.fixed(NOW),
                        Set.of("127.0.0.1", "localhost")::contains,
                        SMALL)) {
            two.send(Request.get(at("/first")).withHeader("Authorization", "Bearer x"));
        }

        SERVER.verify(
                getRequestedFor(urlEqualTo("/same"))
                        .withHeader("Authorization", equalTo("Bearer x")));
        SERVER.verify(getRequestedFor(urlEqualTo("/other")).withHeader("Authorization", absent()));
    }

    @Test
    void aRedirectToAPrivateAddressIsRefusedAndNothingIsSentThere() {
        SERVER.stubFor(
                get("/").willReturn(
                                temporaryRedirect(
                                        "http://localhost:" + SERVER.getPort() + "/inside")));

        NoAnswer refused = failure(Request.get(at("/")));

        assertThat(refused.why()).isEqualTo(Why.FORBIDDEN);
        assertThat(refused.detail()).contains("localhost").contains("allow the host");
        SERVER.verify(0, getRequestedFor(urlEqualTo("/inside")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.1",
                "2130706433",
                "0.0.0.0",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "169.254.169.254",
                "[fe80::1]"
            })
    void noWayOfWritingAPrivateAddressGetsThrough(String host) {
        try (Outbound strict = new Outbound(InstantSource.fixed(NOW), name -> false, SMALL)) {
            URI uri = URI.create("http://" + host + ":" + SERVER.getPort() + "/");

            assertThat(((NoAnswer) strict.send(Request.get(uri))).why()).isEqualTo(Why.FORBIDDEN);
        }
        SERVER.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void aNameIsLookedUpOnceForTheConnectionThatIsJudged() {
        AtomicInteger lookups = new AtomicInteger();
        AddressGuard guard =
                new AddressGuard(
                        name -> false,
                        name -> {
                            lookups.incrementAndGet();
                            return List.of(InetAddress.getLoopbackAddress());
                        });
        try (Outbound rebound = new Outbound(InstantSource.fixed(NOW), guard, SMALL)) {
            URI uri = URI.create("http://rebind.example:" + SERVER.getPort() + "/");

            assertThat(((NoAnswer) rebound.send(Request.get(uri))).why()).isEqualTo(Why.FORBIDDEN);
        }
        assertThat(lookups).hasValue(1);
        SERVER.verify(0, getRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd, Only http and https",
        "gopher://example.org/, Only http and https",
        "http:///path, names no host",
        "https://user:pass@example.org/, user name or password"
    })
    void anAddressThatIsNotUsableIsRefusedInWords(String uri, String words) {
        NoAnswer refused = failure(Request.get(URI.create(uri)));

        assertThat(refused.why()).isEqualTo(Why.FORBIDDEN);
        assertThat(refused.detail()).contains(words).doesNotContain("pass@");
    }

    @Test
    void unpacksGzipAndStopsAtTheLimitOfWhatItUnpacksTo() throws IOException {
        serve(gzipped("hello".getBytes(UTF_8)));
        assertThat(answer(Request.get(at("/"))).text()).isEqualTo("hello");

        serve(gzipped(new byte[5_000_000]));
        assertThat(failure(Request.get(at("/"))).why()).isEqualTo(Why.TOO_LARGE);
    }

    @Test
    void aGzipThatBreaksOffIsBroken() throws IOException {
        byte[] whole = gzip("hello, hello, hello".getBytes(UTF_8));
        serve(
                aResponse()
                        .withHeader("Content-Encoding", "gzip")
                        .withBody(Arrays.copyOf(whole, whole.length - 9)));

        assertThat(failure(Request.get(at("/"))).why()).isEqualTo(Why.BROKEN);
    }

    @Test
    void stopsReadingABodyThatIsTooLarge() {
        serve(aResponse().withBody(new byte[50_000]));
        assertThat(answer(Request.get(at("/"))).body()).hasSize(50_000);

        serve(aResponse().withBody(new byte[50_001]));
        assertThat(failure(Request.get(at("/"))).why()).isEqualTo(Why.TOO_LARGE);
    }

    @Test
    void anEndlessBodyEndsAtTheSizeLimit() throws IOException {
        try (RawServer endless =
                new RawServer(out -> {
                    out.write(RawServer.ascii("HTTP/1.1 200 OK\r\n\r\n"));
                    while (true) {
                        out.write(new byte[10_000]);
                    }
                })) {
            assertThat(failure(Request.get(endless.uri())).why()).isEqualTo(Why.TOO_LARGE);
        }
    }

    @Test
    void aBodyThatDripsEndsAtTheDeadline() throws IOException {
        Limits limits = limits(Duration.ofMillis(500), Duration.ofMillis(900));
        try (RawServer dripping = new RawServer(out -> drip(out, "HTTP/1.1 200 OK\r\n\r\n"));
                Outbound impatient = open(limits)) {
            long start = System.nanoTime();

            assertThat(impatient.send(Request.get(dripping.uri())))
                    .isInstanceOfSatisfying(
                            NoAnswer.class,
                            late -> assertThat(late.why()).isEqualTo(Why.TIMED_OUT));

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(limits.total().minusMillis(50), limits.total().plusSeconds(5));
        }
    }

    @Test
    void aSilentServerEndsAtTheSilenceLimit() {
        serve(aResponse().withFixedDelay(30_000));
        Limits limits = limits(Duration.ofMillis(300), Duration.ofSeconds(20));
        long start = System.nanoTime();
        try (Outbound impatient = open(limits)) {
            assertThat(impatient.send(Request.get(at("/"))))
                    .isInstanceOfSatisfying(
                            NoAnswer.class,
                            late -> assertThat(late.why()).isEqualTo(Why.TIMED_OUT));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limits.total());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 99\r\n\r\nab",
                "Transfer-Encoding: chunked\r\n\r\n5\r\nab",
                "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n0\r\n\r\n",
                "Content-Length: x\r\n\r\nab"
            })
    void aBodyThatDoesNotKeepItsWordIsBroken(String rest) throws IOException {
        String answer = "HTTP/1.1 200 OK\r\n" + rest;
        try (RawServer lying = new RawServer(out -> out.write(RawServer.ascii(answer)))) {
            assertThat(failure(Request.get(lying.uri())).why()).isEqualTo(Why.BROKEN);
        }
    }

    @Test
    void nonsenseInPlaceOfHttpIsBroken() {
        for (Fault fault : List.of(Fault.RANDOM_DATA_THEN_CLOSE, Fault.CONNECTION_RESET_BY_PEER)) {
            serve(aResponse().withFault(fault));

            assertThat(failure(Request.get(at("/"))).why()).isEqualTo(Why.BROKEN);
        }
    }

    @Test
    void aPortWithoutAServerIsUnreachable() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        NoAnswer nobody = failure(Request.get(URI.create("http://127.0.0.1:" + free)));

        assertThat(nobody.why()).isEqualTo(Why.UNREACHABLE);
        assertThat(nobody.detail()).contains("127.0.0.1");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() {
        serve(aResponse());
        URI uri = URI.create("https://127.0.0.1:" + SERVER.getHttpsPort() + "/");

        NoAnswer untrusted = failure(Request.get(uri));

        assertThat(untrusted.why()).isEqualTo(Why.UNREACHABLE);
        assertThat(untrusted.detail()).contains("No trusted encryption");
        SERVER.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void aNameThatDoesNotExistIsUnreachable() {
        assertThat(failure(Request.get(URI.create("http://no-such-host.invalid/"))).why())
                .isEqualTo(Why.UNREACHABLE);
    }

    @Test
    void manyVirtualThreadsShareOne() throws Exception {
        serve(aResponse().withBody("x").withFixedDelay(20));
        Callable<Integer> one = () -> answer(Request.get(at("/"))).status();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all =
                    threads.invokeAll(IntStream.range(0, 40).mapToObj(i -> one).toList());

            for (Future<Integer> each : all) {
                assertThat(each.get()).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "30, 2026-11-09T10:00:30Z",
        "1.5, 2026-11-09T10:00:01.500Z",
        "0, 2026-11-09T10:00:00Z",
        "'Mon, 09 Nov 2026 10:05:00 GMT', 2026-11-09T10:05:00Z",
        "'Mon, 09 Nov 2026 09:00:00 GMT', 2026-11-09T10:00:00Z",
        "31536000, 2026-11-10T10:00:00Z",
        "999999999999999999, 2026-11-10T10:00:00Z",
        "'Tue, 09 Nov 2027 10:00:00 GMT', 2026-11-10T10:00:00Z",
        "soon,",
        "-5,"
    })
    void retryAfterIsReadAndAnAbsurdOneIsCut(String header, Instant expected) {
        serve(aResponse().withStatus(429).withHeader("Retry-After", header));

        assertThat(answer(Request.get(at("/"))).retryAt()).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "X-RateLimit-Reset, 2026-11-09T10:02:00Z, 2026-11-09T10:02:00Z",
        "RateLimit-Reset, 120, 2026-11-09T10:02:00Z",
        "x-rate-limit-reset, 1794218520, 2026-11-09T10:02:00Z"
    })
    void theEndOfTheWindowIsReadInEachOfItsForms(String name, String value, Instant expected) {
        serve(aResponse().withHeader(name, value));

        assertThat(answer(Request.get(at("/"))).rate().resetsAt()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "X-RateLimit-Remaining, 41, 41",
        "x-rate-limit-remaining, 0, 0",
        "X-Rate-Limit, user-hour-lim:3500;user-hour-rem:500;, 500",
        "X-Rate-Limit, user-hour-rem:many, ",
        "X-RateLimit-Remaining, -1, "
    })
    void whatIsLeftIsReadInEachOfItsForms(String name, String value, Long expected) {
        serve(aResponse().withHeader(name, value));

        assertThat(answer(Request.get(at("/"))).rate().remaining())
                .isEqualTo(expected == null ? OptionalLong.empty() : OptionalLong.of(expected));
    }

    @Test
    void aHeaderWithALineBreakIsABugOfTheCaller() {
        assertThatThrownBy(() -> Request.get(at("/")).withHeader("a", "b\r\nc: d"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Limits limits(Duration silence, Duration total) {
        return new Limits(silence, silence, total, 50_000, 5, Duration.ofHours(24));
    }

    private static Outbound open(Limits limits) {
        return new Outbound(InstantSource.fixed(NOW), "127.0.0.1"::equals, limits);
    }

    private static void drip(OutputStream out, String head) throws IOException {
        out.write(RawServer.ascii(head));
        while (true) {
            out.write('.');
            out.flush();
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static ResponseDefinitionBuilder gzipped(byte[] plain) throws IOException {
        return aResponse().withHeader("Content-Encoding", "gzip").withBody(gzip(plain));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static void serve(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(get(anyUrl()).willReturn(answer));
    }

    private static URI at(String path) {
        return URI.create("http://127.0.0.1:" + SERVER.getPort() + path);
    }

    private Answer answer(Request request) {
        Result result = outbound.send(request);
        assertThat(result).isInstanceOf(Answer.class);
        return (Answer) result;
    }

    private NoAnswer failure(Request request) {
        Result result = outbound.send(request);
        assertThat(result).isInstanceOf(NoAnswer.class);
        return (NoAnswer) result;
    }
}
