package firsthour.connectors.bluesky;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
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
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Sessions;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnsweringTest {
    private static final String LOOK = "/xrpc/com.atproto.repo.getRecord";
    private static final String WRITE = "/xrpc/com.atproto.repo.putRecord";
    private static final String COMPLAINT = "3n3hr7cnw2s22";
    private static final String KEY = RecordKey.of(COMPLAINT, "key-1");
    private static final String REPLY = Views.uri(Views.BRAND, KEY);

    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private final InstantSource clock = () -> Instant.parse("2026-11-09T10:00:00.123456Z");
    private final Outbound outbound = new Outbound(clock, "127.0.0.1"::equals, Limits.USUAL);

    @BeforeEach
    void serve() {
        gives("/xrpc/com.atproto.server.createSession", Map.of("accessJwt", "t0ken"), 200);
        gives(LOOK, Map.of("error", "RecordNotFound"), 400);
        gives(WRITE, Views.place(REPLY), 200);
        shows(complaint());
    }

    @AfterEach
    void close() {
        outbound.close();
    }

    @Test
    void aReplyStandsBelowThePostInItsThread() {
        shows(
                Views.answering(
                        complaint(), Views.uri(Views.BRAND, "k1"), Views.uri(Views.BRAND, "k2")));

        assertThat(reply("See https://acme.example/help")).isEqualTo(done());

        SERVER.verify(
                postRequestedFor(urlPathEqualTo(WRITE))
                        .withHeader("authorization", equalTo("Bearer t0ken"))
                        .withRequestBody(
                                equalToJson(
                                        """
                                        {"repo": "acme.example",
                                         "collection": "app.bsky.feed.post",
                                         "rkey": "%s",
                                         "record": {
                                           "$type": "app.bsky.feed.post",
                                           "text": "See https://acme.example/help",
                                           "createdAt": "2026-11-09T10:00:00.123Z",
                                           "facets": [{
                                             "index": {"byteStart": 4, "byteEnd": 29},
                                             "features": [{
                                               "$type": "app.bsky.richtext.facet#link",
                                               "uri": "https://acme.example/help"}]}],
                                           "reply": {
                                             "root": {
                                               "uri": "at://did:plc:brand/app.bsky.feed.post/k1",
                                               "cid": "bafyk1"},
                                             "parent": {
                                               "uri": "at://did:plc:ann/app.bsky.feed.post/%s",
                                               "cid": "bafy%s"}}}}
                                        """
                                                .formatted(KEY, COMPLAINT, COMPLAINT))));
    }

    @Test
    void aPostThatStartsItsThreadIsItsRoot() {
        reply("We are sorry.");

        SERVER.verify(
                postRequestedFor(urlPathEqualTo(WRITE))
                        .withRequestBody(
                                matchingJsonPath(
                                        "$.record.reply.root.cid", equalTo("bafy" + COMPLAINT))));
    }

    @Test
    void aReplyThatAnEarlierAttemptWroteIsNotWrittenAgain() {
        gives(LOOK, Views.place(REPLY), 200);

        assertThat(reply("We are sorry.")).isEqualTo(done());
        assertNothingIsWritten();
    }

    @Test
    void nobodyKnowsWhatAnEarlierAttemptDidWhileTheLookForItFails() {
        gives(LOOK, Map.of("error", "UpstreamFailure"), 502);

        assertThat(reply("We are sorry.")).isInstanceOf(Sent.Unsure.class);
        assertNothingIsWritten();
    }

    @Test
    void aReplyThatNobodyWouldSeeIsNotWritten() {
        Map<String, Object> closed = complaint();
        Views.part(closed, "viewer").put("replyDisabled", true);
        shows(closed);
        assertRefused(reply("We are sorry."), Refusal.Denied.class, "some people");

        gives("/xrpc/app.bsky.feed.getPosts", Map.of("posts", List.of()), 200);
        assertRefused(reply("We are sorry."), Refusal.Gone.class, "gone");
        assertNothingIsWritten();
    }

    @Test
    void aTextThatTheServerDoesNotTakeIsDenied() {
        gives(WRITE, Map.of("error", "InvalidRequest", "message", "grapheme too big"), 400);

        assertRefused(reply("x".repeat(301)), Refusal.Denied.class, "too long");
    }

    @Test
    void whatIsNoPostOfTheNetworkIsNotAnswered() {
        assertRefused(reply("https://acme.example/", "Sorry"), Refusal.Denied.class, "no post");
        assertNothingIsWritten();
    }

    private Sent reply(String text) {
        return reply(Views.uri(Views.ANN, COMPLAINT), text);
    }

    private Sent reply(String to, String text) {
        Account account =
                new Account(
                        outbound,
                        clock,
                        new Sessions(clock),
                        URI.create(SERVER.baseUrl().replace("localhost", "127.0.0.1")),
                        new Credentials("acme.example", "s3cret"));
        return new Answering(account, clock)
                .reply(
                        new OutgoingReply(
                                "key-1",
                                new PostRef(to, Optional.empty(), Optional.empty()),
                                text));
    }

    private static Sent.Done done() {
        return new Sent.Done(
                REPLY,
                Optional.of(URI.create("https://bsky.app/profile/did:plc:brand/post/" + KEY)));
    }

    private static Map<String, Object> complaint() {
        return Views.post(COMPLAINT, "Acme is late", Instant.parse("2026-11-09T09:50:00Z"));
    }

    private static void shows(Map<String, Object> view) {
        gives("/xrpc/app.bsky.feed.getPosts", Map.of("posts", List.of(view)), 200);
    }

    private static void gives(String path, Map<String, ?> body, int status) {
        var response = jsonResponse(Json.write(body), status);
        SERVER.stubFor(get(urlPathEqualTo(path)).willReturn(response));
        SERVER.stubFor(post(urlPathEqualTo(path)).willReturn(response));
    }

    private static void assertNothingIsWritten() {
        SERVER.verify(0, postRequestedFor(urlPathEqualTo(WRITE)));
    }

    private static void assertRefused(Sent sent, Class<? extends Refusal> kind, String words) {
        assertThat(sent)
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused -> {
                            assertThat(refused.refusal()).isInstanceOf(kind);
                            assertThat(refused.refusal().detail()).contains(words);
                        });
    }
}
