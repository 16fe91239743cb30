package firsthour.connectors.discourse;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Sent;
import firsthour.connectors.Settings;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a forum tells of topic 12, and what becomes of replies there.
class DiscourseConversationTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");

    @RegisterExtension
    private static final WireMockExtension SERVER =
            WireMockExtension.newInstance()
                    .options(wireMockConfig().dynamicPort().gzipDisabled(true))
                    .build();

    private final Outbound outbound = new Outbound(() -> NOW, "127.0.0.1"::equals, Limits.USUAL);
    private final DiscourseConnector connector = new DiscourseConnector(outbound, () -> NOW);

    @AfterEach
    void close() {
        outbound.close();
    }

    @Test
    void whoAnswersTheTopicAnswersThePostThatOpensIt() {
        Map<String, Object> opening = PretendedForum.post(1, "Acme is late", NOW);
        Map<String, Object> toTopic = PretendedForum.post(2, "We are sorry.", NOW);
        Map<String, Object> toOther = PretendedForum.post(3, "me too", NOW);
        toOther.put("reply_to_post_number", 2);
        Map<String, Object> toOpening = PretendedForum.post(30, "It leaves today.", NOW);
        toOpening.put("reply_to_post_number", 1);
        show(opening, List.of(opening, toTopic, toOther), List.of(toOpening));

        Look.Seen seen = (Look.Seen) connector.replies(settings(), ref(1));

        assertThat(seen.posts()).extracting(Post::externalId).containsExactly("30", "2");
        assertThat(seen.posts())
                .allMatch(reply -> reply.inReplyTo().equals(Optional.of(address() + "/t/12/1")))
                .allMatch(reply -> reply.title().equals(Optional.of("Parcels")));
    }

    @Test
    void aPostInTheMiddleIsAnsweredOnlyByWhatNamesIt() {
        Map<String, Object> opening = PretendedForum.post(1, "parcels", NOW);
        Map<String, Object> middle = PretendedForum.post(2, "Acme is late", NOW);
        Map<String, Object> toTopic = PretendedForum.post(3, "me too", NOW);
        show(middle, List.of(opening, middle, toTopic), List.of());

        assertThat(((Look.Seen) connector.replies(settings(), ref(2))).posts()).isEmpty();
    }

    @Test
    void aPostThatIsHiddenWithdrawnOrForMembersIsGone() {
        Map<String, Object> hidden = PretendedForum.post(2, "flagged", NOW);
        hidden.put("hidden", true);
        for (ResponseDefinitionBuilder gone :
                List.of(
                        PretendedForum.ok(hidden),
                        PretendedForum.error(403, "invalid_access"),
                        PretendedForum.error(404, "not_found"))) {
            SERVER.stubFor(any(anyUrl()).willReturn(gone));

            assertThat(connector.recheck(settings(), List.of(ref(2))))
                    .isInstanceOfSatisfying(
                            Look.Seen.class, seen -> assertThat(seen.gone()).containsExactly("2"));
        }
    }

    @Test
    void aForumThatIsNoForumAnyMoreSaysNothingOfItsPosts() {
        SERVER.stubFor(
                any(anyUrl())
                        .willReturn(
                                aResponse()
                                        .withStatus(404)
                                        .withHeader("Content-Type", "text/html")
                                        .withBody("<html>")));

        assertThat(connector.recheck(settings(), List.of(ref(2)))).isInstanceOf(Look.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1, '{\"raw\":\"Sorry.\",\"topic_id\":12}'",
        "2, '{\"raw\":\"Sorry.\",\"topic_id\":12,\"reply_to_post_number\":2}'"
    })
    void aReplyNamesItsTopicAndThePostUnlessThatOpensIt(int to, String body) {
        Sent sent = reply(to, PretendedForum.ok(PretendedForum.post(8, "", NOW)));

        assertThat(sent)
                .isEqualTo(new Sent.Done("8", Optional.of(URI.create(address() + "/t/12/8"))));
        SERVER.verify(
                postRequestedFor(urlPathEqualTo("/posts.json")).withRequestBody(equalToJson(body)));
    }

    @Test
    void aReplyThatAModeratorIsToApproveIsUnsure() {
        assertThat(reply(2, PretendedForum.ok(Map.of("success", true, "action", "enqueued"))))
                .isInstanceOfSatisfying(
                        Sent.Unsure.class,
                        unsure -> assertThat(unsure.detail()).contains("approves"));
    }

    @ParameterizedTest
    @CsvSource({"422, create_post, Denied", "403, invalid_access, Unauthorised"})
    void eachNoHasItsRemedy(int status, String type, String refusal) {
        assertThat(reply(2, PretendedForum.error(status, type)))
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused ->
                                assertThat(refused.refusal().getClass().getSimpleName())
                                        .isEqualTo(refusal));
    }

    @Test
    void aReplyThatNeverLeftWasNotPosted() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        assertThat(connector.reply(settings(), new OutgoingReply("k", ref(2), "Sorry.")))
                .isInstanceOf(Sent.Refused.class);

        Settings keyless = new Settings(Map.of("forum", address()));
        assertThat(connector.reply(keyless, new OutgoingReply("k", ref(2), "Sorry.")))
                .isInstanceOf(Sent.Refused.class);
    }

    private Sent reply(int to, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(
                get(anyUrl()).willReturn(PretendedForum.ok(PretendedForum.post(to, "Acme", NOW))));
        SERVER.stubFor(post(anyUrl()).willReturn(answer));
        return connector.reply(settings(), new OutgoingReply("k", ref(to), "Sorry."));
    }

    private static void show(
            Map<String, Object> post,
            List<Map<String, Object>> topic,
            List<Map<String, Object>> replies) {
        SERVER.stubFor(any(anyUrl()).willReturn(PretendedForum.ok(post)));
        SERVER.stubFor(
                get("/posts/" + post.get("id") + "/replies.json")
                        .willReturn(PretendedForum.ok(replies)));
        SERVER.stubFor(
                get("/t/12.json")
                        .willReturn(
                                PretendedForum.ok(
                                        Map.of(
                                                "title",
                                                "Parcels",
                                                "post_stream",
                                                Map.of("posts", topic)))));
    }

    private static PostRef ref(int id) {
        return new PostRef(String.valueOf(id), Optional.empty(), Optional.empty());
    }

    private static String address() {
        return "http://127.0.0.1:" + SERVER.getPort();
    }

    private static Settings settings() {
        return new Settings(Map.of("forum", address(), "key", "secret-1", "user", "acme"));
    }
}
