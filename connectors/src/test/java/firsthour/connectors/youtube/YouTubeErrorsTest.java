package firsthour.connectors.youtube;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
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

class YouTubeErrorsTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");

    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private final Outbound outbound = new Outbound(() -> NOW, "127.0.0.1"::equals, Limits.USUAL);
    private final YouTubeErrors errors = new YouTubeErrors(() -> NOW);

    @AfterEach
    void close() {
        outbound.close();
    }

    @ParameterizedTest
    @CsvSource({
        // in winter, and a second before midnight
        "2026-11-09T10:00:00Z, 2026-11-10T08:00:00Z",
        "2026-11-10T07:59:59Z, 2026-11-10T08:00:00Z",
        "2026-11-10T08:00:00Z, 2026-11-11T08:00:00Z",
        // in summer
        "2026-07-01T10:00:00Z, 2026-07-02T07:00:00Z",
        // the day of 23 hours, and the one of 25
        "2026-03-08T08:00:00Z, 2026-03-09T07:00:00Z",
        "2026-11-01T07:00:00Z, 2026-11-02T08:00:00Z"
    })
    void theDayOfTheQuotaEndsAtMidnightInCalifornia(Instant now, Instant end) {
        assertThat(YouTubeErrors.endOfDay(now)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"quotaExceeded", "dailyLimitExceeded"})
    void theDaysUnitsThatAreUsedUpComeBack(String reason) {
        assertThat(errors.ofThreads(answer(403, reason)))
                .contains(
                        new Refusal.QuotaExhausted(
                                Instant.parse("2026-11-10T08:00:00Z"),
                                "The day's units of this Google Cloud project are used up."));
    }

    @ParameterizedTest
    @CsvSource({
        "400, keyInvalid, Unauthorised, does not know this key",
        "404, channelNotFound, Misconfigured, no channel",
        "403, accessNotConfigured, Unauthorised, switched on",
        "403, commentsDisabled, Denied, switched off",
        "400, processingFailure, Transient, this time",
        "400, invalidPageToken, Transient, this time",
        "429, rateLimitExceeded, RateLimited, too many"
    })
    void anErrorSaysWhatToDo(int status, String reason, String kind, String words) {
        expect(errors.ofThreads(answer(status, reason)), kind, words);
    }

    @ParameterizedTest
    @CsvSource({
        "400, commentTextTooLong, Denied, too long",
        "400, parentCommentIsPrivate, Denied, may not be answered",
        "400, processingFailure, Transient, this time",
        "403, commentsDisabled, Denied, switched off",
        "403, ineligibleAccount, Unauthorised, no channel",
        "403, insufficientPermissions, Unauthorised, Connect the account again",
        "403, quotaExceeded, QuotaExhausted, units",
        "404, parentCommentNotFound, Gone, gone"
    })
    void anErrorOfAnAnswerSaysWhatToDo(int status, String reason, String kind, String words) {
        expect(errors.ofReply(answer(status, reason)), kind, words);
    }

    @Test
    void aCommentIsGoneOnlyWhereYouTubeSaysSo() {
        expect(errors.ofComments(answer(404, "commentNotFound")), "Gone", "gone");
        assertThat(errors.ofComments(answer(404, "notFound"))).isEmpty();
        assertThat(errors.ofComments(answer(403, "forbidden"))).isEmpty();
    }

    private static void expect(Optional<Refusal> found, String kind, String words) {
        assertThat(found)
                .hasValueSatisfying(why -> {
                    assertThat(why.getClass().getSimpleName()).isEqualTo(kind);
                    assertThat(why.detail()).contains(words);
                });
    }

    private Answer answer(int status, String reason) {
        SERVER.stubFor(
                get("/x")
                        .willReturn(
                                aResponse()
                                        .withStatus(status)
                                        .withBody(
                                                Json.write(YouTubeServer.error(status, reason)))));
        return (Answer)
                outbound.send(
                        Request.get(URI.create("http://127.0.0.1:" + SERVER.getPort() + "/x")));
    }
}
