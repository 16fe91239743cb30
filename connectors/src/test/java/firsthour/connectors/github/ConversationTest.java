package firsthour.connectors.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.PostRef;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sample;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What GitHub tells of issue 7, and what becomes of comments below it.
class ConversationTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");
    private static final String ISSUE = PretendedGitHub.REPOSITORY + "7";
    private static final String COMMENTS = ISSUE + "/comments";

    /// Where GitHub redirects who asks for an issue that was moved.
    private static final String MOVED = "/repositories/42/issues/3";

    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private final Outbound outbound = new Outbound(() -> NOW, "127.0.0.1"::equals, Limits.USUAL);
    private final GitHubConnector connector = new GitHubConnector(outbound, () -> NOW);

    @BeforeEach
    void serve() {
        shows("/", PretendedGitHub.root());
        shows(ISSUE, PretendedGitHub.json(issue("I_7", 7)));
    }

    @AfterEach
    void close() {
        outbound.close();
    }

    @ParameterizedTest
    @CsvSource({
        "404, {\"message\":\"Not Found\"}",
        "410, {\"message\":\"This issue was deleted\"}",
        "403, {\"message\":\"Repository access blocked\"*\"block\":{\"reason\":\"tos\"}}",
        "451, {\"message\":\"Repository access blocked\"*\"block\":{\"reason\":\"dmca\"}}"
    })
    void whatGitHubShowsToNobodyIsGone(int status, String body) {
        shows(
                ISSUE,
                aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withBody(body.replace('*', ',')));

        assertThat(seen().gone()).containsExactly("I_7");
    }

    @Test
    void whereNoApiIsNothingIsGone() {
        shows(ISSUE, PretendedGitHub.error(404, "Not Found"));
        shows("/", PretendedGitHub.error(404, "Not Found"));

        assertThat(recheck())
                .isInstanceOfSatisfying(
                        Look.Refused.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isInstanceOf(Refusal.Misconfigured.class));
    }

    @Test
    void anIssueThatWasMovedIsStillTheSamePost() {
        shows(ISSUE, aResponse().withStatus(301).withHeader("Location", MOVED));
        shows(MOVED, PretendedGitHub.json(issue("I_9", 3)));

        Look.Seen seen = seen();

        assertThat(seen.gone()).isEmpty();
        assertThat(seen.posts())
                .singleElement()
                .matches(post -> post.externalId().equals("I_7"))
                .matches(post -> post.url().equals(Optional.of(page(3))));
    }

    @Test
    void anIssueThatWasMovedOutOfSightIsGone() {
        shows(ISSUE, aResponse().withStatus(301).withHeader("Location", MOVED));
        shows(MOVED, PretendedGitHub.error(404, "Not Found"));

        assertThat(seen().gone()).containsExactly("I_7");
    }

    @Test
    void ofAnIssueWhosePlaceHasAnotherOneNothingIsKnown() {
        shows(ISSUE, PretendedGitHub.json(issue("I_9", 7)));

        assertThat(seen().posts()).isEmpty();
        assertThat(seen().gone()).isEmpty();
        assertThat(reply("We are sorry."))
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Gone.class));
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/acme/app/issues/7",
        "https://127.0.0.1/acme/app/pull/7",
        "https://127.0.0.1/acme/../issues/7",
        "mailto:ann@acme.example"
    })
    void whatIsNoIssueOfTheServerIsNotAskedFor(String page) {
        PostRef elsewhere = new PostRef("I_7", Optional.of(URI.create(page)), Optional.empty());

        assertThat(connector.recheck(settings(), List.of(elsewhere)))
                .isInstanceOfSatisfying(Look.Seen.class, seen -> assertThat(seen.gone()).isEmpty());
        assertThat(connector.replies(settings(), elsewhere)).isInstanceOf(Look.Refused.class);
        assertThat(connector.reply(settings(), new OutgoingReply("k", elsewhere, "x")))
                .isInstanceOf(Sent.Refused.class);
        SERVER.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void theIssuesOfGitHubItselfAreThoseOfItsPages() {
        URI api = URI.create("https://api.github.com");

        assertThat(Place.find(api, Optional.of(URI.create("https://github.com/a-c/a.p/issues/7"))))
                .contains(new Place("a-c", "a.p", "7"));
        assertThat(Place.find(api, Optional.of(page(7)))).isEmpty();
    }

    @Test
    void commentsAnswerTheIssueAndArePagedThrough() {
        List<Sample> many = Sample.some(130, 1, NOW.minusSeconds(9_000), 60);
        List<Map<String, Object>> all = many.stream().map(PretendedGitHub::comment).toList();
        shows(COMMENTS + "?per_page=100&page=1", PretendedGitHub.json(all.subList(0, 100)));
        shows(COMMENTS + "?per_page=100&page=2", PretendedGitHub.json(all.subList(100, 130)));

        Look.Seen seen = (Look.Seen) connector.replies(settings(), ref());

        assertThat(seen.posts()).hasSize(130);
        assertThat(seen.posts())
                .allMatch(comment -> comment.inReplyTo().equals(Optional.of("I_7")));
        assertThat(seen.posts().getLast().url())
                .contains(URI.create(PretendedGitHub.page(7) + "#issuecomment-130"));
    }

    @Test
    void ofALongRowOfCommentsTheEndIsRead() {
        List<Map<String, Object>> full =
                Sample.some(100, 1, NOW.minusSeconds(9_000), 60).stream()
                        .map(PretendedGitHub::comment)
                        .toList();
        String pages = address() + COMMENTS + "?per_page=100&page=";
        for (int page : List.of(1, 22, 23, 24, 25, 26, 27, 28, 29)) {
            shows(
                    COMMENTS + "?per_page=100&page=" + page,
                    PretendedGitHub.json(full)
                            .withHeader(
                                    "Link",
                                    "<"
                                            + pages
                                            + (page + 1)
                                            + ">; rel=\"next\", <"
                                            + pages
                                            + "30>; rel=\"last\""));
        }
        Sample latest = new Sample(3_000, "We are sorry.", NOW);
        shows(
                COMMENTS + "?per_page=100&page=30",
                PretendedGitHub.json(List.of(PretendedGitHub.comment(latest))));

        Look.Seen seen = (Look.Seen) connector.replies(settings(), ref());

        assertThat(seen.posts()).hasSize(901);
        assertThat(seen.posts().getLast().text()).isEqualTo("We are sorry.");
    }

    @Test
    void aCommentIsPostedAsItWasWrittenToWhereTheIssueIsNow() {
        shows(ISSUE, aResponse().withStatus(301).withHeader("Location", MOVED));
        shows(MOVED, PretendedGitHub.json(issue("I_9", 3)));
        takes(
                PretendedGitHub.REPOSITORY + "3/comments",
                PretendedGitHub.json(PretendedGitHub.comment(new Sample(8, "Sorry", NOW)))
                        .withStatus(201));

        assertThat(reply("We are *sorry*.\nAcme"))
                .isEqualTo(
                        new Sent.Done(
                                "IC_8",
                                Optional.of(
                                        URI.create(PretendedGitHub.page(7) + "#issuecomment-8"))));
        SERVER.verify(
                postRequestedFor(anyUrl())
                        .withRequestBody(
                                equalToJson(
                                        """
                                        {"body": "We are \\\\*sorry\\\\*.  \\nAcme"}
                                        """)));
    }

    @ParameterizedTest
    @CsvSource({
        "403, Unable to create comment because issue is locked., Denied",
        "403, Resource not accessible by personal access token, Unauthorised",
        "403, You have exceeded a secondary rate limit., RateLimited",
        "404, Not Found, Gone",
        "410, Issues are disabled for this repo, Gone",
        "422, Validation Failed, Denied",
        "307, Moved, Denied"
    })
    void whatGitHubDoesNotTakeWasNotPosted(int status, String message, String refusal) {
        takes(COMMENTS, PretendedGitHub.error(status, message));

        assertThat(reply("We are sorry."))
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused ->
                                assertThat(refused.refusal().getClass().getSimpleName())
                                        .isEqualTo(refusal));
    }

    @Test
    void withoutATokenNothingIsPosted() {
        Settings settings = new Settings(Map.of("endpoint", address()));

        assertThat(connector.reply(settings, new OutgoingReply("k", ref(), "x")))
                .isEqualTo(
                        new Sent.Refused(
                                new Refusal.Misconfigured(
                                        "token", "Enter a token that may comment on issues.")));
        SERVER.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void aTokenOfTwoWordsIsNamedAndNotSent() {
        Settings settings = new Settings(Map.of("endpoint", address(), "token", "two\nlines"));

        assertThat(connector.recheck(settings, List.of(ref()))).isInstanceOf(Look.Refused.class);
        assertThat(connector.canReply(settings)).isFalse();
        SERVER.verify(0, getRequestedFor(anyUrl()));
    }

    private Look recheck() {
        return connector.recheck(settings(), List.of(ref()));
    }

    private Look.Seen seen() {
        return (Look.Seen) recheck();
    }

    private Sent reply(String text) {
        return connector.reply(settings(), new OutgoingReply("k", ref(), text));
    }

    private static PostRef ref() {
        return new PostRef("I_7", Optional.of(page(7)), Optional.of("octo"));
    }

    private static URI page(int number) {
        return URI.create(PretendedGitHub.page(number));
    }

    private static Map<String, Object> issue(String id, int number) {
        Map<String, Object> issue =
                PretendedGitHub.issue(number, "Acme", "It fails.", NOW.minusSeconds(60));
        issue.put("node_id", id);
        return issue;
    }

    private Settings settings() {
        return new Settings(Map.of("endpoint", address(), "token", "ghp_1"));
    }

    private static String address() {
        return "http://127.0.0.1:" + SERVER.getPort();
    }

    private static void shows(String path, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(get(urlEqualTo(path)).willReturn(answer));
    }

    private static void takes(String path, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(post(urlPathEqualTo(path)).willReturn(answer));
    }
}
