package firsthour.connectors.reading;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import firsthour.connectors.Consent;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Refusal;
import firsthour.connectors.Settings;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleConsentTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");
    private static final URI BACK = URI.create("https://firsthour.example/connected?a=1");

    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private final Outbound outbound = new Outbound(() -> NOW, "127.0.0.1"::equals, Limits.USUAL);
    private final GoogleConsent consent =
            new GoogleConsent(
                    outbound,
                    () -> NOW,
                    "https://www.googleapis.com/auth/x",
                    URI.create("https://x.googleapis.com"),
                    "endpoint");

    @AfterEach
    void close() {
        outbound.close();
    }

    @Test
    void thePageAsksForAPermissionThatLasts() {
        assertThat(consent.page(settings(), BACK, "s&1"))
                .isEqualTo(
                        URI.create(
                                "https://accounts.google.com/o/oauth2/v2/auth?client_id=id%201"
                                        + "&redirect_uri=https%3A%2F%2Ffirsthour.example%2Fconnected%3Fa%3D1"
                                        + "&response_type=code"
                                        + "&scope=https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fx"
                                        + "&access_type=offline&prompt=consent&state=s%261"));
        assertThat(consent.scopes()).containsExactly("https://www.googleapis.com/auth/x");
    }

    @Test
    void aPermissionForATimeSaysWhenItEnds() {
        says(
                "{\"access_token\":\"a\",\"refresh_token\":\"1//r\","
                        + "\"refresh_token_expires_in\":604799}");

        assertThat(consent.redeem(settings(), "4/c", BACK))
                .isEqualTo(new Consent.Granted("1//r", Optional.of(NOW.plusSeconds(604_799))));
    }

    @Test
    void theCodeIsTakenForAPermission() {
        says("{\"access_token\":\"a\",\"expires_in\":3599,\"refresh_token\":\"1//r\"}");

        assertThat(consent.redeem(settings(), "4/c", BACK)).isEqualTo(new Consent.Granted("1//r"));
        SERVER.verify(
                postRequestedFor(urlEqualTo("/token"))
                        .withFormParam("grant_type", equalTo("authorization_code"))
                        .withFormParam("client_id", equalTo("id 1"))
                        .withFormParam("client_secret", equalTo("s3cret"))
                        .withFormParam("redirect_uri", equalTo(BACK.toString()))
                        .withFormParam("code", equalTo("4/c")));
    }

    @Test
    void anAccessTokenAloneIsNoPermissionThatLasts() {
        says("{\"access_token\":\"a\",\"expires_in\":3599}");

        assertThat(refusal(settings()))
                .isInstanceOfSatisfying(
                        Refusal.Unauthorised.class,
                        why -> assertThat(why.detail()).contains("connections"));
    }

    @Test
    void aCodeThatIsNotTakenSaysWhatToDo() {
        SERVER.stubFor(
                post("/token")
                        .willReturn(
                                aResponse()
                                        .withStatus(400)
                                        .withBody("{\"error\":\"invalid_grant\"}")));

        assertThat(refusal(settings())).isInstanceOf(Refusal.Unauthorised.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "secret"})
    void whatIsMissingIsNamed(String field) {
        Settings settings = without(field);

        assertThat(refusal(settings))
                .isInstanceOfSatisfying(
                        Refusal.Misconfigured.class,
                        wrong -> assertThat(wrong.field()).isEqualTo(field));
        assertThat(consent.findGap(settings)).isPresent();
    }

    @Test
    void aWrongAddressIsNamed() {
        Map<String, String> values = new HashMap<>(settings().values());
        values.put("endpoint", "no address");

        assertThat(refusal(new Settings(values)))
                .isInstanceOfSatisfying(
                        Refusal.Misconfigured.class,
                        wrong -> assertThat(wrong.field()).isEqualTo("endpoint"));
    }

    @Test
    void nothingIsAskedWithoutThePermission() {
        assertThat(consent.findGap(settings())).isEmpty();
        assertThat(consent.findGap(without("permission")))
                .hasValueSatisfying(
                        why -> assertThat(why.detail()).contains("Connect the Google account"));
    }

    @Test
    void thePermissionIsExchangedOnceForManyRequests() {
        says("{\"access_token\":\"a\",\"expires_in\":3599}");
        SERVER.stubFor(
                get("/thing")
                        .withHeader("authorization", equalTo("Bearer a"))
                        .willReturn(okJson("{\"name\":\"x\"}")));
        Json<SessionsTest.Thing> things =
                new Json<>(SessionsTest.Thing.class, thing -> true, "name", "endpoint");
        for (int i = 0; i < 3; i++) {
            assertThat(
                            consent.ask(
                                    things,
                                    settings(),
                                    address(),
                                    Request.get(address().resolve("/thing"))))
                    .isInstanceOf(Json.Reply.Read.class);
        }

        SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/token"))
                        .withFormParam("grant_type", equalTo("refresh_token"))
                        .withFormParam("client_id", equalTo("id 1"))
                        .withFormParam("client_secret", equalTo("s3cret"))
                        .withFormParam("refresh_token", equalTo("1//r")));
    }

    @Test
    void theFieldsKeepSecretsAndNeverAskForThePermissionFirst() {
        assertThat(GoogleConsent.fields(true))
                .extracting(Descriptor.Field::name, Descriptor.Field::required)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("client", true),
                        org.assertj.core.groups.Tuple.tuple("secret", true),
                        org.assertj.core.groups.Tuple.tuple("permission", false));
        assertThat(GoogleConsent.fields(false)).noneMatch(Descriptor.Field::required);
        assertThat(GoogleConsent.fields(true).stream().filter(Descriptor.Field::secret))
                .extracting(Descriptor.Field::name)
                .containsExactly("secret", "permission");
    }

    private Refusal refusal(Settings settings) {
        return ((Consent.Refused) consent.redeem(settings, "4/c", BACK)).refusal();
    }

    private static void says(String body) {
        SERVER.stubFor(post("/token").willReturn(okJson(body)));
    }

    private static Settings without(String field) {
        Map<String, String> values = new HashMap<>(settings().values());
        values.remove(field);
        return new Settings(values);
    }

    private static Settings settings() {
        return new Settings(
                Map.of(
                        "client",
                        "id 1",
                        "secret",
                        "s3cret",
                        "permission",
                        "1//r",
                        "endpoint",
                        address().toString()));
    }

    private static URI address() {
        return URI.create("http://127.0.0.1:" + SERVER.getPort());
    }
}
