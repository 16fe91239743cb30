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
import firsthour.connectors.Refusal;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionsTest {
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

    @ParameterizedTest
    @CsvSource({"3600, 47, 2", "600, 4, 2", "240, 1, 2"})
    void aTokenIsKeptAndRenewedAheadOfItsEnd(int seconds, int minutes, int later) {
        grant("one", seconds);
        assertThat(ask()).isInstanceOf(Json.Reply.Read.class);
        now = now.plus(Duration.ofMinutes(minutes));
        assertThat(ask()).isInstanceOf(Json.Reply.Read.class);
        SERVER.verify(1, postRequestedFor(urlEqualTo("/token")));

        grant("two", seconds);
        takes("two");
        now = now.plus(Duration.ofMinutes(later));
        assertThat(ask()).isInstanceOf(Json.Reply.Read.class);
        SERVER.verify(2, postRequestedFor(urlEqualTo("/token")));
        SERVER.verify(
                getRequestedFor(urlEqualTo("/thing"))
                        .withHeader("authorization", equalTo("Bearer two")));
    }

    @Test
    void whenARenewalIsRefusedTheOldTokenGoesOnAndItsEndIsTold() {
        ask();
        var end = now.plusSeconds(3_600);
        refusesGrants(400, "invalid_grant");
        now = now.plus(Duration.ofMinutes(48));

        var reply = ask();

        assertThat(reply).isInstanceOf(Json.Reply.Read.class);
        assertThat(reply.budget().ending())
                .hasValueSatisfying(ending -> {
                    assertThat(ending.at()).isEqualTo(end);
                    assertThat(ending.detail()).contains("Connect the account again");
                });
        assertThat(ask().budget().ending()).isPresent();
        SERVER.verify(2, postRequestedFor(urlEqualTo("/token")));

        grant("two", 3_600);
        takes("two");
        now = now.plus(Duration.ofMinutes(1));
        assertThat(ask().budget().ending()).isEmpty();
    }

    @Test
    void aRenewalThatMerelyFailsIsTriedAgainWithoutAWord() {
        ask();
        refusesGrants(503, "temporarily_unavailable");
        now = now.plus(Duration.ofMinutes(48));
        assertThat(ask())
                .isInstanceOfSatisfying(
                        Json.Reply.Read.class,
                        read -> assertThat(read.budget().ending()).isEmpty());

        refusesGrants(400, "invalid_grant");
        now = now.plus(Duration.ofMinutes(1));
        assertThat(ask().budget().ending()).isPresent();
        refusesGrants(503, "temporarily_unavailable");
        now = now.plus(Duration.ofMinutes(1));
        assertThat(ask().budget().ending()).isPresent();
    }

    @Test
    void afterItsEndTheOldTokenIsNotUsed() {
        ask();
        refusesGrants(400, "invalid_grant");
        now = now.plus(Duration.ofMinutes(59));
        assertThat(ask())
                .isInstanceOfSatisfying(
                        Json.Reply.Refused.class,
                        refused ->
                                assertThat(refused.why()).isInstanceOf(Refusal.Unauthorised.class));
        SERVER.verify(1, getRequestedFor(urlEqualTo("/thing")));
    }

    @Test
    void theEndOfAPermissionIsToldTwoDaysAhead() {
        SERVER.stubFor(
                post("/token")
                        .willReturn(
                                okJson(
                                        "{\"access_token\":\"one\",\"expires_in\":3600,"
                                                + "\"refresh_token_expires_in\":%d}"
                                                        .formatted(2 * 86_400 + 60))));
        var end = now.plusSeconds(2 * 86_400 + 60);
        assertThat(ask().budget().ending()).isEmpty();
        now = now.plusSeconds(61);
        assertThat(ask().budget().ending())
                .hasValueSatisfying(ending -> assertThat(ending.at()).isEqualTo(end));
    }

    @Test
    void aTokenThatWasWithdrawnIsReplacedOnce() {
        ask();
        grant("two", 3_600);
        SERVER.stubFor(
                get("/thing")
                        .withHeader("authorization", equalTo("Bearer one"))
                        .willReturn(aResponse().withStatus(401)));
        takes("two");
        assertThat(ask()).isInstanceOf(Json.Reply.Read.class);

        SERVER.stubFor(get("/thing").willReturn(aResponse().withStatus(401)));
        assertThat(ask())
                .isInstanceOfSatisfying(
                        Json.Reply.Refused.class,
                        refused ->
                                assertThat(refused.why()).isInstanceOf(Refusal.Unauthorised.class));
        SERVER.verify(3, postRequestedFor(urlEqualTo("/token")));
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_grant, Unauthorised, Connect the account again",
        "401, invalid_client, Unauthorised, id and secret",
        "400, invalid_scope, Unauthorised, scopes",
        "400, unauthorized_client, Unauthorised, does not allow",
        "503, temporarily_unavailable, Transient, trouble",
        "429, slow_down, RateLimited, too many"
    })
    void aGrantThatIsNotTakenSaysWhatToDo(int status, String error, String kind, String words) {
        SERVER.stubFor(
                post("/token")
                        .willReturn(
                                aResponse()
                                        .withStatus(status)
                                        .withBody("{\"error\":\"" + error + "\"}")));
        assertThat(ask())
                .isInstanceOfSatisfying(
                        Json.Reply.Refused.class,
                        refused -> {
                            assertThat(refused.why().getClass().getSimpleName()).isEqualTo(kind);
                            assertThat(refused.why().detail()).contains(words);
                        });
    }

    @Test
    void aTokenIsNotWrittenIntoLogs() {
        assertThat(new Sessions.SignIn.Done("secret", now).toString()).doesNotContain("secret");
    }

    @Test
    void aGrantIsAFormWithEachPartEncoded() {
        ask();
        SERVER.verify(
                postRequestedFor(urlEqualTo("/token"))
                        .withHeader("authorization", equalTo("Basic aWQ6c8OkY3JldA=="))
                        .withRequestBody(equalTo("refresh_token=a%2Bb%20%26c")));
    }

    private Json.Reply<Thing> ask() {
        var grant =
                Grants.of(
                                URI.create("http://127.0.0.1:" + SERVER.getPort() + "/token"),
                                Map.of("refresh_token", "a+b &c"))
                        .withHeader("authorization", Grants.basic("id", "säcret"));
        return sessions.ask(
                THINGS,
                outbound,
                "id",
                () -> grants.exchange(grant),
                token ->
                        Request.get(URI.create("http://127.0.0.1:" + SERVER.getPort() + "/thing"))
                                .withHeader("authorization", "Bearer " + token));
    }

    private static void refusesGrants(int status, String error) {
        SERVER.stubFor(
                post("/token")
                        .willReturn(
                                aResponse()
                                        .withStatus(status)
                                        .withBody("{\"error\":\"" + error + "\"}")));
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
