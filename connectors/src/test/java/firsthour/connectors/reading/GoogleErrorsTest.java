package firsthour.connectors.reading;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import firsthour.connectors.Refusal;
import firsthour.http.Answer;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleErrorsTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");

    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private final Outbound outbound = new Outbound(() -> NOW, "127.0.0.1"::equals, Limits.USUAL);

    @AfterEach
    void close() {
        outbound.close();
    }

    @ParameterizedTest
    @CsvSource({
        "keyInvalid, Unauthorised, does not know this key",
        "ipRefererBlocked, Unauthorised, restrictions",
        "accessNotConfigured, Unauthorised, switched on",
        "insufficientPermissions, Unauthorised, Connect the account again",
        "userRateLimitExceeded, RateLimited, too many"
    })
    void anOlderErrorIsKnownByItsReason(String reason, String kind, String words) {
        expect(error("\"errors\":[{\"reason\":\"" + reason + "\"}]"), kind, words);
    }

    @ParameterizedTest
    @CsvSource({
        "API_KEY_INVALID, Unauthorised, does not know this key",
        "API_KEY_IP_ADDRESS_BLOCKED, Unauthorised, restrictions",
        "SERVICE_DISABLED, Unauthorised, switched on",
        "ACCESS_TOKEN_SCOPE_INSUFFICIENT, Unauthorised, Connect the account again",
        "RATE_LIMIT_EXCEEDED, RateLimited, too many"
    })
    void aNewerErrorIsKnownByTheReasonInItsDetails(String reason, String kind, String words) {
        expect(
                error(
                        "\"status\":\"INVALID_ARGUMENT\",\"details\":[{\"@type\":\"x\"},"
                                + "{\"reason\":\""
                                + reason
                                + "\"}]"),
                kind,
                words);
    }

    @Test
    void tooManyRequestsSayUntilWhen() {
        Answer answer = error("\"errors\":[{\"reason\":\"rateLimitExceeded\"}]");

        assertThat(GoogleErrors.find(answer))
                .hasValueSatisfying(why ->
                        assertThat(((Refusal.RateLimited) why).until())
                                .contains(NOW.plusSeconds(30)));
    }

    @Test
    void aProjectThatMaySendNothingIsToldApartFromOneThatSentTooMuch() {
        expect(
                error(
                        "\"status\":\"RESOURCE_EXHAUSTED\",\"details\":[{"
                                + "\"reason\":\"RATE_LIMIT_EXCEEDED\",\"metadata\":{"
                                + "\"quota_limit_value\":\"0\",\"quota_unit\":\"1/min/{project}\"}}]"),
                "Denied",
                "asked for first");
    }

    @Test
    void theCodesOfAnErrorAreTheWordsOfAllItsParts() {
        assertThat(
                        GoogleErrors.codes(
                                error(
                                        "\"status\":\"NOT_FOUND\",\"errors\":[{\"reason\":\"a\"}],"
                                                + "\"details\":[{\"reason\":\"b\"}]")))
                .containsExactlyInAnyOrder("NOT_FOUND", "a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "{}",
                "{\"error\":null}",
                "{\"error\":\"invalid_grant\"}",
                "{\"error\":{\"errors\":[null,1,{}],\"details\":\"x\"}}"
            })
    void whatIsNoErrorOfTheirsHasNoCodes(String body) {
        Answer answer = answer(body);

        assertThat(GoogleErrors.codes(answer)).isEmpty();
        assertThat(GoogleErrors.find(answer)).isEmpty();
    }

    private static void expect(Answer answer, String kind, String words) {
        Optional<Refusal> found = GoogleErrors.find(answer);
        assertThat(found)
                .hasValueSatisfying(why -> {
                    assertThat(why.getClass().getSimpleName()).isEqualTo(kind);
                    assertThat(why.detail()).contains(words);
                });
    }

    private Answer error(String parts) {
        return answer("{\"error\":{\"code\":403,\"message\":\"no\"," + parts + "}}");
    }

    private Answer answer(String body) {
        SERVER.stubFor(
                get("/x")
                        .willReturn(
                                aResponse()
                                        .withStatus(403)
                                        .withHeader("Retry-After", "30")
                                        .withBody(body)));
        return (Answer)
                outbound.send(
                        Request.get(URI.create("http://127.0.0.1:" + SERVER.getPort() + "/x")));
    }
}
