package firsthour.connectors.lemmy;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.PostRef;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Json;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsweringTest {
    private static final Instant AT = Instant.parse("2026-11-09T10:00:00Z");
    private static final Shown SHOWN = new Shown(Api.V3);
    private static final String LOGIN = "/api/v3/user/login";
    private static final String COMMENT = "/api/v3/comment";

    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private final InstantSource clock = () -> AT;
    private final Outbound outbound = new Outbound(clock, "127.0.0.1"::equals, Limits.USUAL);
    private final LemmyConnector connector = new LemmyConnector(outbound, clock);

    @BeforeEach
    void serve() {
        shows("/api/v3/site", Map.of("version", "0.19.9"), 200);
        shows(COMMENT, Map.of("comment_view", SHOWN.comment(27, 17, "0.24.27", "Late", AT)), 200);
        takes(LOGIN, Map.of("jwt", "t0ken"), 200);
        takes(COMMENT, Map.of("comment_view", SHOWN.comment(30, 17, "0.30", "Sorry", AT)), 200);
    }

    @AfterEach
    void close() {
        outbound.close();
    }

    @Test
    void aReplyToAPostIsACommentOnIt() {
        assertThat(reply("post/17", "We are *sorry*.\nAcme"))
                .isEqualTo(
                        new Sent.Done(
                                "comment/30",
                                Optional.of(URI.create("https://lemmy.example/comment/30"))));
        SERVER.verify(
                postRequestedFor(urlPathEqualTo(COMMENT))
                        .withRequestBody(
                                equalToJson(
                                        """
                                        {"post_id": 17, "content": "We are \\\\*sorry\\\\*.  \\nAcme"}
                                        """)));
    }

    @Test
    void aReplyToACommentNamesItsPostAsWell() {
        assertThat(reply("comment/27", "We are sorry.")).isInstanceOf(Sent.Done.class);
        SERVER.verify(
                postRequestedFor(urlPathEqualTo(COMMENT))
                        .withRequestBody(
                                equalToJson(
                                        """
                                        {"post_id": 17, "parent_id": 27, "content": "We are sorry."}
                                        """)));
    }

    @Test
    void theAccountSignsInOnceAndWithoutAnAccountNothingIsSent() {
        reply("post/17", "one");
        reply("post/17", "two");
        SERVER.verify(
                1,
                postRequestedFor(urlPathEqualTo(LOGIN))
                        .withRequestBody(
                                equalToJson(
                                        """
                                        {"username_or_email": "acme", "password": "s3cret"}
                                        """)));

        Settings nobody = new Settings(Map.of("instance", address(), "user", "acme"));
        assertThat(connector.canReply(nobody)).isFalse();
        assertRefused(connector.reply(nobody, outgoing("post/17", "x")), "Misconfigured", "name");
    }

    @Test
    void aCommentThatIsGoneIsNotAnswered() {
        var deleted = SHOWN.comment(27, 17, "0.24.27", "", AT);
        Shown.part(deleted, "comment").put("deleted", true);
        shows(COMMENT, Map.of("comment_view", deleted), 200);
        assertRefused(reply("comment/27", "Sorry"), "Gone", "deleted");

        shows(COMMENT, Map.of("error", "couldnt_find_comment"), 400);
        assertRefused(reply("comment/27", "Sorry"), "Gone", "gone");
        assertRefused(reply("t3_27", "Sorry"), "Denied", "no post");
        SERVER.verify(0, postRequestedFor(urlPathEqualTo(COMMENT)));
    }

    @ParameterizedTest
    @CsvSource({
        "400, locked, Denied, locked",
        "400, person_is_banned_from_community, Denied, banned",
        "400, invalid_body_field, Denied, too long",
        "400, max_comment_depth_reached, Denied, too deep",
        "400, couldnt_find_post, Gone, gone",
        "404, not_found, Gone, gone",
        "400, rate_limit_error, RateLimited, too many",
        "400, not_logged_in, Unauthorised, token"
    })
    void aReplyThatIsNotTakenSaysWhy(int status, String error, String kind, String words) {
        takes(COMMENT, Map.of("error", error), status);

        assertRefused(reply("post/17", "Sorry"), kind, words);
    }

    @Test
    void nobodyKnowsWhatAnUnknownErrorMeans() {
        takes(COMMENT, Map.of("error", "couldnt_like_comment"), 400);

        assertThat(reply("post/17", "Sorry")).isInstanceOf(Sent.Unsure.class);
    }

    @ParameterizedTest
    @CsvSource({
        "401, incorrect_login, password",
        "400, missing_totp_token, second factor",
        "400, registration_application_is_pending, does not let"
    })
    void aSignInThatIsRefusedSaysWhatToDo(int status, String error, String words) {
        takes(LOGIN, Map.of("error", error), status);

        assertRefused(reply("post/17", "Sorry"), "Unauthorised", words);
    }

    private Sent reply(String to, String text) {
        return connector.reply(
                new Settings(Map.of("instance", address(), "user", "acme", "password", "s3cret")),
                outgoing(to, text));
    }

    private static OutgoingReply outgoing(String to, String text) {
        return new OutgoingReply(
                "key-1", new PostRef(to, Optional.empty(), Optional.empty()), text);
    }

    private static String address() {
        return "http://127.0.0.1:" + SERVER.getPort();
    }

    private static void shows(String path, Map<String, ?> body, int status) {
        SERVER.stubFor(
                get(urlPathEqualTo(path)).willReturn(jsonResponse(Json.write(body), status)));
    }

    private static void takes(String path, Map<String, ?> body, int status) {
        SERVER.stubFor(
                post(urlPathEqualTo(path)).willReturn(jsonResponse(Json.write(body), status)));
    }

    private static void assertRefused(Sent sent, String kind, String words) {
        assertThat(sent)
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused -> {
                            Refusal why = refused.refusal();
                            assertThat(why.getClass().getSimpleName()).isEqualTo(kind);
                            assertThat(why.detail()).contains(words).doesNotContain("s3cret");
                        });
    }
}
