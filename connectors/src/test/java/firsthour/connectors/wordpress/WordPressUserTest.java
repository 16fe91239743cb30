package firsthour.connectors.wordpress;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.Sent;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Json;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a user of a site is told and may do; its comment 7 stands below its article 3.
class WordPressUserTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");

    @RegisterExtension
    private static final WireMockExtension SERVER =
            WireMockExtension.newInstance()
                    .options(wireMockConfig().dynamicPort().gzipDisabled(true))
                    .build();

    private final Outbound outbound =
            new Outbound(() -> NOW, List.of("127.0.0.1", "localhost")::contains, Limits.USUAL);
    private final WordPressConnector connector = new WordPressConnector(outbound, () -> NOW);

    @AfterEach
    void close() {
        outbound.close();
    }

    @Test
    void aUserSeesWhatIsHeldAndOneWhoMayNotSeesWhatEverybodyDoes() {
        var all = urlPathEqualTo("/wp-json/wp/v2/comments");
        SERVER.stubFor(get(all).willReturn(ok(List.of(PretendedSite.comment(7, "Acme", NOW)))));
        assertThat(((Pull.Page) pull()).posts()).hasSize(1);

        SERVER.stubFor(
                get(all).withQueryParam("status", equalTo("all"))
                        .willReturn(PretendedSite.error(403, "rest_forbidden_param")));
        assertThat(((Pull.Page) pull()).posts()).hasSize(1);
        SERVER.verify(2, getRequestedFor(all).withQueryParam("status", equalTo("all")));
        SERVER.verify(1, getRequestedFor(all).withQueryParam("status", absent()));
    }

    @Test
    void aWrongPasswordIsToldWhileReading() {
        SERVER.stubFor(any(anyUrl()).willReturn(PretendedSite.error(401, "rest_forbidden_param")));

        assertThat(((Pull.Refused) pull()).refusal())
                .isInstanceOfSatisfying(
                        Refusal.Unauthorised.class,
                        wrong ->
                                assertThat(wrong.detail())
                                        .contains("application password")
                                        .doesNotContain("secret-1"));
    }

    @Test
    void aPasswordThatARedirectLosesIsNotCalledWrong() {
        SERVER.stubFor(
                any(anyUrl())
                        .willReturn(
                                aResponse()
                                        .withStatus(301)
                                        .withHeader(
                                                "Location",
                                                "http://localhost:"
                                                        + SERVER.getPort()
                                                        + "/there")));
        SERVER.stubFor(
                any(urlPathEqualTo("/there"))
                        .willReturn(PretendedSite.error(401, "rest_forbidden_param")));

        assertThat(((Pull.Refused) pull()).refusal()).isInstanceOf(Refusal.Misconfigured.class);
    }

    @Test
    void aReplyIsWrittenInHtmlBelowTheCommentAndItsArticle() {
        Sent sent = reply("AT&T <3\n\nSorry.", ok(PretendedSite.comment(8, "", NOW)));

        assertThat(sent).isInstanceOf(Sent.Done.class);
        SERVER.verify(
                postRequestedFor(urlPathEqualTo("/wp-json/wp/v2/comments"))
                        .withRequestBody(
                                equalToJson(
                                        "{\"post\":3,\"parent\":7,"
                                                + "\"content\":\"AT&amp;T &lt;3\\n\\nSorry.\"}")));
    }

    @Test
    void whatTheSiteHoldsIsUnsureAndWhatItTakesForSpamIsNotPosted() {
        assertThat(reply("Sorry.", ok(withStatus("hold"))))
                .isInstanceOfSatisfying(
                        Sent.Unsure.class,
                        unsure -> assertThat(unsure.detail()).contains("approves"));
        assertThat(reply("Sorry.", ok(withStatus("spam")))).isInstanceOf(Sent.Refused.class);
    }

    @Test
    void theSameWordsMayBeAnEarlierTry() {
        assertThat(reply("Sorry.", PretendedSite.error(409, "comment_duplicate")))
                .isInstanceOf(Sent.Unsure.class);
    }

    @ParameterizedTest
    @CsvSource({
        "401, rest_comment_login_required, Unauthorised",
        "403, rest_comment_closed, Denied",
        "400, comment_content_column_length, Denied",
        "400, rest_comment_content_invalid, Denied",
        "400, comment_flood, RateLimited",
        "403, rest_cannot_read_post, Unauthorised"
    })
    void eachNoHasItsRemedy(int status, String code, String refusal) {
        assertThat(reply("Sorry.", PretendedSite.error(status, code)))
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused ->
                                assertThat(refused.refusal().getClass().getSimpleName())
                                        .isEqualTo(refusal));
    }

    @Test
    void aSiteThatSendsRepliesOnIsNamed() {
        assertThat(
                        reply(
                                "Sorry.",
                                aResponse().withStatus(301).withHeader("Location", "https://x/")))
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isInstanceOf(Refusal.Misconfigured.class));
    }

    @Test
    void nothingIsPostedBelowACommentThatIsGoneOrAnotherSites() {
        SERVER.stubFor(any(anyUrl()).willReturn(ok(List.of())));

        assertThat(connector.reply(settings(), new OutgoingReply("k", seven(), "Sorry.")))
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Gone.class));
        PostRef other = new PostRef("other.example/7", Optional.empty(), Optional.empty());
        assertThat(connector.reply(settings(), new OutgoingReply("k", other, "Sorry.")))
                .isInstanceOf(Sent.Refused.class);
        SERVER.verify(0, postRequestedFor(anyUrl()));
        assertThat(connector.replies(settings(), other)).isInstanceOf(Look.Refused.class);
        assertThat(connector.recheck(settings(), List.of(other)))
                .isInstanceOfSatisfying(Look.Seen.class, seen -> assertThat(seen.gone()).isEmpty());
    }

    @Test
    void aReplyThatNeverLeftWasNotPosted() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));

        assertThat(connector.reply(settings(), new OutgoingReply("k", seven(), "Sorry.")))
                .isInstanceOf(Sent.Refused.class);
    }

    private Sent reply(String text, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(
                get(anyUrl()).willReturn(ok(List.of(PretendedSite.comment(7, "Acme", NOW)))));
        SERVER.stubFor(post(anyUrl()).willReturn(answer));
        return connector.reply(settings(), new OutgoingReply("k", seven(), text));
    }

    private Pull pull() {
        return connector.pull(settings(), new Search(List.of("Acme")), Checkpoint.NONE);
    }

    private static Map<String, Object> withStatus(String status) {
        Map<String, Object> comment = PretendedSite.comment(8, "", NOW);
        comment.put("status", status);
        return comment;
    }

    private static ResponseDefinitionBuilder ok(Object body) {
        return aResponse()
                .withHeader("Content-Type", "application/json")
                .withBody(Json.write(body));
    }

    private static PostRef seven() {
        return new PostRef(
                PretendedSite.id(SERVER.getPort(), 7), Optional.empty(), Optional.empty());
    }

    private static Settings settings() {
        return new Settings(
                Map.of(
                        "site",
                        "http://127.0.0.1:" + SERVER.getPort(),
                        "user",
                        "acme",
                        "password",
                        "secret-1"));
    }
}
