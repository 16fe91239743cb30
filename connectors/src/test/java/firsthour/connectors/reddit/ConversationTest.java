package firsthour.connectors.reddit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import firsthour.connectors.Consent;
import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sample;
import firsthour.connectors.Sent;
import firsthour.connectors.Settings;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Reddit tells of post 7, and what becomes of comments below it.
class ConversationTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");
    private static final URI BACK = URI.create("https://firsthour.example/sources/consent");
    private static final String TOKENS = "/api/v1/access_token";
    private static final PostRef POST = new PostRef("t3_7", Optional.empty(), Optional.of("ann_1"));

    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private final Outbound outbound = new Outbound(() -> NOW, "127.0.0.1"::equals, Limits.USUAL);
    private final RedditConnector connector = new RedditConnector(outbound, () -> NOW);

    @BeforeEach
    void serve() {
        SERVER.stubFor(post(urlPathEqualTo(TOKENS)).willReturn(PretendedReddit.token()));
    }

    @AfterEach
    void close() {
        outbound.close();
    }

    @Test
    void whatAModeratorOrTheAuthorTookDownIsGoneAndWhatDoesNotComeMayBeThere() {
        Map<String, Object> removed = PretendedReddit.link("t3_1", "Acme", "late", NOW);
        removed.put("removed_by_category", "moderator");
        Map<String, Object> deleted = PretendedReddit.link("t3_2", "Acme", "[deleted]", NOW);
        Map<String, Object> orphan = PretendedReddit.link("t3_3", "Acme", "late", NOW);
        orphan.put("author", "[deleted]");
        shows("/api/info", PretendedReddit.listing(List.of(removed, deleted, orphan), null));

        Look.Seen seen =
                (Look.Seen)
                        connector.recheck(
                                settings(), List.of(ref("1"), ref("2"), ref("3"), ref("4")));

        assertThat(seen.gone()).containsExactlyInAnyOrder("t3_1", "t3_2");
        assertThat(seen.posts()).extracting(Post::externalId).containsExactly("t3_3");
    }

    @Test
    void commentsComeFromEveryDepthAndSayWhatTheyAnswer() {
        Map<String, Object> deep =
                PretendedReddit.comment(new Sample(3, "It leaves *today*.", NOW), "t1_2");
        Map<String, Object> deleted =
                PretendedReddit.comment(new Sample(2, "x", NOW.minusSeconds(5)), "t1_1");
        deleted.put("body", "[deleted]");
        deleted.put("replies", PretendedReddit.list(List.of(deep), null));
        Map<String, Object> top =
                PretendedReddit.comment(new Sample(1, "me too", NOW.minusSeconds(9)), "t3_7");
        top.put("replies", PretendedReddit.list(List.of(deleted), null));
        Map<String, Object> more = Map.of("name", "t1_9", "count", 4, "children", List.of("9"));
        shows("/comments/7", PretendedReddit.thread(link(), List.of(top, more)));

        Look.Seen seen = (Look.Seen) connector.replies(settings(), POST);

        assertThat(seen.gone()).isEmpty();
        assertThat(seen.posts()).extracting(Post::externalId).containsExactly("t1_1", "t1_3");
        assertThat(seen.posts())
                .extracting(Post::inReplyTo)
                .containsExactly(Optional.of("t3_7"), Optional.of("t1_2"));
        assertThat(seen.posts().getLast().url())
                .contains(URI.create("https://www.reddit.com/r/acme/comments/7/x/3/"));
        assertThat(seen.posts().getLast().text()).isEqualTo("It leaves *today*.");
    }

    @ParameterizedTest
    @CsvSource({"403, private", "404, banned"})
    void aCommunityThatIsNotShownSaysNothingOfThePost(int status, String reason) {
        shows(
                "/comments/7",
                PretendedReddit.json(Map.of("reason", reason, "error", status)).withStatus(status));

        assertThat(connector.replies(settings(), POST))
                .isInstanceOfSatisfying(
                        Look.Seen.class,
                        seen -> {
                            assertThat(seen.posts()).isEmpty();
                            assertThat(seen.gone()).isEmpty();
                        });
    }

    @Test
    void aCommentIsPostedAsItWasWrittenInTheNameOfThePerson() {
        takes(PretendedReddit.posted(PretendedReddit.comment(new Sample(8, "x", NOW), "t3_7")));

        assertThat(reply("We are *sorry*.\nAcme"))
                .isEqualTo(
                        new Sent.Done(
                                "t1_8",
                                Optional.of(
                                        URI.create(
                                                "https://www.reddit.com/r/acme/comments/7/x/8/"))));
        SERVER.verify(
                postRequestedFor(urlPathEqualTo(TOKENS))
                        .withHeader("authorization", equalTo("Basic aWQ6czNjcmV0"))
                        .withFormParam("grant_type", equalTo("refresh_token"))
                        .withFormParam("refresh_token", equalTo("r3fresh")));
        SERVER.verify(
                postRequestedFor(urlPathEqualTo("/api/comment"))
                        .withFormParam("api_type", equalTo("json"))
                        .withFormParam("thing_id", equalTo("t3_7"))
                        .withFormParam("text", equalTo("We are \\*sorry\\*.  \nAcme")));
    }

    @ParameterizedTest
    @CsvSource({
        "RATELIMIT, Take a break for 5 minutes before trying again., RateLimited",
        "THREAD_LOCKED, Comments are locked., Denied",
        "TOO_LONG, this is too long (max: 10000), Denied",
        "DELETED_LINK, the link you are commenting on has been deleted, Gone",
        "USER_REQUIRED, Please log in to do that., Unauthorised",
        "BAD_WORD, customer-words, Denied"
    })
    void whatRedditDoesNotTakeWasNotPosted(String code, String words, String refusal) {
        takes(PretendedReddit.notPosted(code, words));

        assertThat(reply("We are sorry."))
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused -> {
                            assertThat(refused.refusal().getClass().getSimpleName())
                                    .isEqualTo(refusal);
                            assertThat(refused.refusal().detail()).doesNotContain("customer-words");
                        });
    }

    @Test
    void thePauseThatRedditWantsIsObeyed() {
        takes(PretendedReddit.notPosted("RATELIMIT", "Take a break for 5 minutes."));

        assertThat(reply("We are sorry."))
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused ->
                                assertThat(((Refusal.RateLimited) refused.refusal()).until())
                                        .contains(NOW.plusSeconds(300)));
    }

    @Test
    void nobodyKnowsWhatBecameOfACommentThatIsNotShown() {
        takes(
                PretendedReddit.json(
                        Map.of(
                                "json",
                                Map.of("errors", List.of(), "data", Map.of("things", List.of())))));
        assertThat(reply("We are sorry.")).isInstanceOf(Sent.Unsure.class);

        takes(PretendedReddit.notPosted("SOMETHING_IS_BROKEN", "try again"));
        assertThat(reply("We are sorry.")).isInstanceOf(Sent.Unsure.class);
    }

    @Test
    void aCommunityThatDoesNotLetTheAccountInIsDeniedOnce() {
        takes(PretendedReddit.json(Map.of("message", "Forbidden", "error", 403)).withStatus(403));

        assertThat(reply("We are sorry."))
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused ->
                                assertThat(refused.refusal()).isInstanceOf(Refusal.Denied.class));
        SERVER.verify(1, postRequestedFor(urlPathEqualTo("/api/comment")));
    }

    @Test
    void withoutAPermissionNothingIsPosted() {
        assertThat(connector.canReply(settings())).isFalse();
        assertThat(connector.reply(settings(), new OutgoingReply("k", POST, "x")))
                .isEqualTo(
                        new Sent.Refused(
                                new Refusal.Misconfigured(
                                        "permission", "Connect the Reddit account first.")));
        SERVER.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void aPermissionThatWasWithdrawnIsUnauthorised() {
        SERVER.stubFor(
                post(urlPathEqualTo(TOKENS))
                        .willReturn(
                                PretendedReddit.json(Map.of("message", "Bad Request", "error", 400))
                                        .withStatus(400)));

        assertThat(reply("We are sorry."))
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isInstanceOf(Refusal.Unauthorised.class));
    }

    @Test
    void aPersonAllowsItOnRedditsPageAndTheCodeIsTakenForAPermission() {
        assertThat(connector.page(settings(), BACK, "s&1"))
                .isEqualTo(
                        URI.create(
                                "https://www.reddit.com/api/v1/authorize?client_id=id"
                                        + "&response_type=code&state=s%261"
                                        + "&redirect_uri=https%3A%2F%2Ffirsthour.example%2Fsources%2Fconsent"
                                        + "&duration=permanent&scope=identity%20read%20submit"));
        assertThat(connector.scopes(settings())).containsExactly("identity", "read", "submit");
        SERVER.stubFor(
                post(urlPathEqualTo(TOKENS))
                        .willReturn(
                                PretendedReddit.json(
                                        Map.of(
                                                "access_token", "a",
                                                "expires_in", 86400,
                                                "refresh_token", "r3fresh"))));

        assertThat(connector.redeem(settings(), "c0de", BACK))
                .isEqualTo(new Consent.Granted("r3fresh"));
        SERVER.verify(
                postRequestedFor(urlPathEqualTo(TOKENS))
                        .withHeader("authorization", equalTo("Basic aWQ6czNjcmV0"))
                        .withFormParam("grant_type", equalTo("authorization_code"))
                        .withFormParam("code", equalTo("c0de"))
                        .withFormParam("redirect_uri", equalTo(BACK.toString())));
    }

    @Test
    void aCodeThatWasUsedBeforeIsRefusedThoughTheStatusIs200() {
        SERVER.stubFor(
                post(urlPathEqualTo(TOKENS))
                        .willReturn(PretendedReddit.json(Map.of("error", "invalid_grant"))));

        assertThat(connector.redeem(settings(), "c0de", BACK))
                .isInstanceOfSatisfying(
                        Consent.Refused.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isInstanceOf(Refusal.Unauthorised.class));
    }

    private static Map<String, Object> link() {
        return PretendedReddit.link("t3_7", "Acme", "late", NOW.minusSeconds(60));
    }

    private static PostRef ref(String id) {
        return new PostRef("t3_" + id, Optional.empty(), Optional.empty());
    }

    private Sent reply(String text) {
        Map<String, String> values = new HashMap<>(settings().values());
        values.put("permission", "r3fresh");
        return connector.reply(new Settings(values), new OutgoingReply("k", POST, text));
    }

    private static Settings settings() {
        String address = "http://127.0.0.1:" + SERVER.getPort();
        return new Settings(Map.of("client", "id", "secret", "s3cret", "endpoint", address));
    }

    private static void shows(String path, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(any(urlPathEqualTo(path)).willReturn(answer));
    }

    private static void takes(ResponseDefinitionBuilder answer) {
        shows("/api/comment", answer);
    }
}
