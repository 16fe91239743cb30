package firsthour.connectors.reading;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import firsthour.connectors.Budget;
import firsthour.connectors.Refusal;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What becomes of a token when several ask with it at once.
class SessionsAtOnceTest {
    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private static final Json<Thing> THINGS =
            new Json<>(Thing.class, thing -> thing.name() != null, "name", "address");

    private Instant now = Instant.parse("2026-11-09T10:00:00Z");
    private final Outbound outbound = new Outbound(() -> now, "127.0.0.1"::equals, Limits.USUAL);
    private final Grants grants = new Grants(outbound, () -> now, "address");
    private final Sessions sessions = new Sessions(() -> now);

    record Thing(String name) {}

    @BeforeEach
    void serve() {
        grant("one", 3_600);
        takes("one");
    }

    @AfterEach
    void close() {
        outbound.close();
    }

    @Test
    void oneRenewsWhileTheOthersGoOnWithTheOldToken() {
        ask();
        grant("two", 3_600);
        takes("two");
        now = now.plus(Duration.ofMinutes(48));

        var first =
                ask(
                        () -> {
                            assertThat(ask()).isInstanceOf(Json.Reply.Read.class);
                            return grants.exchange(grant());
                        },
                        SessionsAtOnceTest::thing);

        assertThat(first).isInstanceOf(Json.Reply.Read.class);
        SERVER.verify(2, postRequestedFor(urlEqualTo("/token")));
        SERVER.verify(2, asked("one"));
        SERVER.verify(1, asked("two"));
    }

    @Test
    void howeverManyAskAtOnceOneRenews() throws InterruptedException {
        ask();
        grant("two", 3_600);
        takes("two");
        now = now.plus(Duration.ofMinutes(48));
        Callable<Json.Reply<Thing>> asking = this::ask;

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Collections.nCopies(24, asking)))
                    .extracting(Future::resultNow)
                    .hasOnlyElementsOfType(Json.Reply.Read.class);
        }

        SERVER.verify(2, postRequestedFor(urlEqualTo("/token")));
    }

    @Test
    void aRefusalThatComesLateTakesNoNewerTokenAway() {
        ask();
        grant("two", 3_600);
        takes("two");
        now = now.plus(Duration.ofMinutes(48));

        ask(
                () -> {
                    // So slow that somebody else tries meanwhile.
                    now = now.plus(Duration.ofMinutes(1));
                    assertThat(ask()).isInstanceOf(Json.Reply.Read.class);
                    return new Sessions.SignIn.Refused(
                            new Refusal.Unauthorised("withdrawn"), Budget.UNSAID);
                },
                SessionsAtOnceTest::thing);

        assertThat(ask().budget().ending()).isEmpty();
        SERVER.verify(2, postRequestedFor(urlEqualTo("/token")));
        SERVER.verify(2, asked("two"));
    }

    @Test
    void whoIsToldLateThatTheOldTokenIsNotTakenUsesTheNewOne() {
        ask();
        SERVER.stubFor(
                get("/thing")
                        .withHeader("authorization", equalTo("Bearer one"))
                        .willReturn(aResponse().withStatus(401)));
        grant("two", 3_600);
        takes("two");

        var late =
                ask(
                        () -> grants.exchange(grant()),
                        token -> {
                            if (token.equals("one")) {
                                assertThat(ask()).isInstanceOf(Json.Reply.Read.class);
                            }
                            return thing(token);
                        });

        assertThat(late).isInstanceOf(Json.Reply.Read.class);
        assertThat(ask()).isInstanceOf(Json.Reply.Read.class);
        SERVER.verify(2, postRequestedFor(urlEqualTo("/token")));
        SERVER.verify(3, asked("two"));
    }

    private Json.Reply<Thing> ask() {
        return ask(() -> grants.exchange(grant()), SessionsAtOnceTest::thing);
    }

    private Json.Reply<Thing> ask(
            Supplier<Sessions.SignIn> signIn, Function<String, Request> request) {
        return sessions.ask(THINGS, outbound, "id", signIn, request);
    }

    private static Request grant() {
        return Grants.of(
                        URI.create("http://127.0.0.1:" + SERVER.getPort() + "/token"),
                        Map.of("refresh_token", "r"))
                .withHeader("authorization", Grants.basic("id", "secret"));
    }

    private static Request thing(String token) {
        return Request.get(URI.create("http://127.0.0.1:" + SERVER.getPort() + "/thing"))
                .withHeader("authorization", "Bearer " + token);
    }

    private static RequestPatternBuilder asked(String token) {
        return getRequestedFor(urlEqualTo("/thing"))
                .withHeader("authorization", equalTo("Bearer " + token));
    }

    private static void grant(String token, int seconds) {
        SERVER.stubFor(
                post("/token")
                        .willReturn(
                                okJson(
                                        "{\"access_token\":\"%s\",\"expires_in\":%d}"
                                                .formatted(token, seconds))));
    }

    private static void takes(String token) {
        SERVER.stubFor(
                get("/thing")
                        .withHeader("authorization", equalTo("Bearer " + token))
                        .willReturn(okJson("{\"name\":\"x\"}")));
    }
}
