package firsthour.connectors.googleplay;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static firsthour.connectors.googleplay.PlayServer.LIST;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.ConnectorContract;
import firsthour.connectors.FindingRepliesContract;
import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.RecheckingContract;
import firsthour.connectors.Refusal;
import firsthour.connectors.ReplyingContract;
import firsthour.connectors.Sample;
import firsthour.connectors.Sent;
import firsthour.connectors.Settings;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pretended Google Play hands out a token and gives pages of 100, those that were changed last
/// first; an empty list is left out of its answer.
class GooglePlayConnectorTest extends ConnectorContract
        implements RecheckingContract, FindingRepliesContract, ReplyingContract {
    private static final String USUAL = "https://oauth2.googleapis.com/token";

    @Override
    protected Connector connector(Outbound way) {
        return new GooglePlayConnector(way, clock);
    }

    @Override
    protected Settings settings(String address) {
        return settings("com.acme.app", PlayServer.keyFile(USUAL), address);
    }

    @Override
    protected Map<Settings, String> wrongSettings() {
        return Map.of(
                settings("Acme App", PlayServer.keyFile(USUAL), address()), "app",
                settings("com.acme.app", "{\"type\": \"service_account\"}", address()), "account",
                settings("com.acme.app", "-----BEGIN PRIVATE KEY-----", address()), "account",
                settings("com.acme.app", PlayServer.keyFile(USUAL).replace("MII", "x"), address()),
                        "account",
                settings("com.acme.app", PlayServer.keyFile("http://acme.example/t"), address()),
                        "account",
                settings("com.acme.app", PlayServer.keyFile(USUAL), "no address"), "endpoint");
    }

    @Override
    protected String idOf(Sample sample) {
        return "r" + sample.number();
    }

    @Override
    protected boolean knowsUnchanged() {
        return false;
    }

    @Override
    protected boolean newestFirst() {
        return true;
    }

    @Override
    protected int many() {
        return 250;
    }

    @Override
    protected ResponseDefinitionBuilder answer(Request request, List<Sample> posts) {
        if (request.getUrl().equals("/token")) {
            return json(PlayServer.token());
        }
        assertThat(request.getHeader("authorization")).isEqualTo("Bearer t0ken");
        assertThat(request.getUrl()).startsWith(LIST + "?");
        int most = Integer.parseInt(request.queryParameter("maxResults").firstValue());
        int from =
                request.queryParameter("token").isPresent()
                        ? Integer.parseInt(request.queryParameter("token").firstValue())
                        : 0;
        int to = Math.min(posts.size(), from + most);
        Map<String, Object> page = new LinkedHashMap<>();
        if (to > from) {
            page.put(
                    "reviews",
                    posts.reversed().subList(from, to).stream().map(PlayServer::review).toList());
        }
        if (to < posts.size()) {
            page.put("tokenPagination", Map.of("nextPageToken", String.valueOf(to)));
        }
        return json(page);
    }

    @Override
    public Settings recheckSettings(String address) {
        return settings(address);
    }

    @Override
    public ResponseDefinitionBuilder answerToRecheck(Request request, List<Sample> held) {
        for (Sample sample : held) {
            if (request.getUrl().equals(LIST + "/" + idOf(sample))) {
                return json(PlayServer.review(sample));
            }
        }
        return request.getUrl().startsWith(LIST + "/")
                ? json(PlayServer.error(404, "reviewNotFound")).withStatus(404)
                : answer(request, held);
    }

    @Override
    public Settings repliesSettings(String address) {
        return settings(address);
    }

    @Override
    public PostRef answered() {
        return ref("r7");
    }

    @Override
    public ResponseDefinitionBuilder answerToReplies(Request request, List<Sample> replies) {
        if (request.getUrl().equals("/token")) {
            return json(PlayServer.token());
        }
        assertThat(request.getUrl()).isEqualTo(LIST + "/r7");
        Map<String, Object> review = PlayServer.review("r7", "\tlate", START.minusSeconds(60));
        for (Sample reply : replies) {
            review = PlayServer.answered(review, reply.text(), reply.at());
        }
        return json(review);
    }

    @Override
    public ResponseDefinitionBuilder answerWhenGone(Request request) {
        return answerToRecheck(request, List.of());
    }

    @Override
    public Settings replySettings(String address) {
        return settings(address);
    }

    @Override
    public PostRef repliedTo() {
        return ref("gp:AOq/7");
    }

    @Override
    public boolean isPosting(Request request) {
        return request.getUrl().endsWith(":reply");
    }

    @Override
    public ResponseDefinitionBuilder answerToReply(Request request) {
        return isPosting(request)
                ? json(Map.of("result", Map.of("replyText", "We are sorry.")))
                : json(PlayServer.token());
    }

    @Override
    public String idOfReply() {
        return "gp:AOq/7/reply";
    }

    @Test
    void aReviewBecomesAPostAndTheDevelopersAnswerAnother() {
        Map<String, Object> review =
                PlayServer.review("gp:AOq7", "Crashes\tTwice a day.\nSince Monday.", ago(600));
        lists(List.of(PlayServer.answered(review, "Mended in 2.1.", ago(100))));
        Optional<URI> page =
                Optional.of(
                        URI.create(
                                "https://play.google.com/store/apps/details?id=com.acme.app&reviewId=gp%3AAOq7"));

        assertThat(page(Checkpoint.NONE).posts())
                .containsExactly(
                        new Post(
                                "gp:AOq7",
                                page,
                                Optional.of("Crashes"),
                                "Twice a day.\nSince Monday.",
                                Optional.of(
                                        new Post.Author(
                                                "Ann",
                                                Optional.empty(),
                                                Optional.empty(),
                                                OptionalLong.empty())),
                                Optional.of("en"),
                                OptionalInt.of(2),
                                Optional.empty(),
                                ago(600),
                                Optional.empty()),
                        new Post(
                                        "gp:AOq7/reply",
                                        page,
                                        Optional.empty(),
                                        "Mended in 2.1.",
                                        Optional.empty(),
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        Optional.of("gp:AOq7"),
                                        ago(100),
                                        Optional.empty())
                                .byTheBrand());
    }

    @Test
    void aReviewThatWasChangedComesAgain() {
        lists(List.of(PlayServer.review("r1", "\tfine", ago(600))));
        Checkpoint checkpoint = page(Checkpoint.NONE).next();

        later(Duration.ofMinutes(10));
        lists(List.of(PlayServer.review("r1", "\tbroken", START.plusSeconds(60))));
        Pull.Page again = page(checkpoint);

        assertThat(again.posts()).extracting(Post::text).containsExactly("broken");
        assertThat(page(again.next()).posts()).isEmpty();
    }

    @Test
    void theAccountSignsInOnceForManyPulls() {
        holds(Sample.some(3, 1, START.minusSeconds(900), 40));
        Connector connector = connector(outbound);
        for (int i = 0; i < 3; i++) {
            Pull pull = connector.pull(settings(address()), search(), Checkpoint.NONE);
            assertThat(((Pull.Page) pull).posts()).hasSize(3);
        }

        SERVER.verify(3, getRequestedFor(urlPathEqualTo(LIST)));
        SERVER.verify(1, postRequestedFor(urlEqualTo("/token")));
    }

    @ParameterizedTest
    @CsvSource({
        "'Mon, 09 Nov 2026 11:00:00 GMT', clock may be wrong: it is 60 minutes behind",
        "'Mon, 09 Nov 2026 09:00:00 GMT', clock may be wrong: it is 60 minutes ahead of",
        "'Mon, 09 Nov 2026 10:04:00 GMT', Make a new key",
        "'Mon, 09 Nov 2026 09:56:00 GMT', Make a new key",
        "yesterday, Make a new key"
    })
    void aKeyThatIsRevokedIsToldFromAClockThatIsWrong(String date, String words) {
        says(
                json(Map.of(
                                "error",
                                "invalid_grant",
                                "error_description",
                                "Invalid JWT: Token must be a short-lived token (60 minutes)"))
                        .withStatus(400)
                        .withHeader("Date", date));

        assertThat(refusal())
                .isInstanceOfSatisfying(
                        Refusal.Unauthorised.class,
                        why -> assertThat(why.detail()).contains(words).doesNotContain("JWT"));
    }

    @ParameterizedTest
    @CsvSource({
        "404, applicationNotFound, Misconfigured, package name",
        "403, permissionDenied, Unauthorised, Play Console",
        "401, permissionDenied, Unauthorised, Play Console",
        "403, accessNotConfigured, Unauthorised, switched on",
        "403, quotaExceeded, RateLimited, too many"
    })
    void anErrorSaysWhatToDo(int status, String reason, String kind, String words) {
        answersApi(json(PlayServer.error(status, reason)).withStatus(status));

        assertThat(refusal())
                .matches(why -> why.getClass().getSimpleName().equals(kind))
                .matches(why -> why.detail().contains(words));
    }

    @Test
    void anAnswerOfTheApiThatHoldsSomethingElseMeansThatTheSourceChanged() {
        answersApi(json(Map.of("items", List.of())));
        assertThat(refusal()).isInstanceOf(Refusal.SourceChanged.class);
    }

    @Test
    void whatDoesNotFitIsNeitherThereNorGone() {
        answersApi(json(PlayServer.review("r1", "\tlate", START.plus(Duration.ofDays(3)))));

        assertThat(
                        new GooglePlayConnector(outbound, clock)
                                .recheck(settings(address()), List.of(ref("r1"))))
                .isEqualTo(new Look.Seen(List.of(), Set.of(), Budget.UNSAID));
    }

    @Test
    void noReviewIsGoneWhereTheAppIsNotFound() {
        answersApi(json(PlayServer.error(404, "applicationNotFound")).withStatus(404));

        Look look =
                new GooglePlayConnector(outbound, clock)
                        .recheck(settings(address()), List.of(ref("r1"), ref("r2")));

        assertThat(look)
                .isInstanceOfSatisfying(
                        Look.Refused.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isInstanceOf(Refusal.Misconfigured.class));
    }

    @Test
    void anAnswerIsSentAsItIs() {
        answers(this::answerToReply);

        assertThat(reply("Sorry. 2.1 mends it."))
                .isEqualTo(
                        new Sent.Done(
                                "gp:AOq/7/reply",
                                Optional.of(
                                        URI.create(
                                                "https://play.google.com/store/apps/details?id=com.acme.app&reviewId=gp%3AAOq%2F7"))));
        SERVER.verify(
                postRequestedFor(urlEqualTo(LIST + "/gp%3AAOq%2F7:reply"))
                        .withHeader("authorization", equalTo("Bearer t0ken"))
                        .withRequestBody(equalToJson("{\"replyText\":\"Sorry. 2.1 mends it.\"}")));
    }

    @ParameterizedTest
    @CsvSource({"400, badRequest, Denied", "404, reviewNotFound, Gone"})
    void anAnswerThatIsNotTakenWasNotPosted(int status, String reason, String kind) {
        answersApi(json(PlayServer.error(status, reason)).withStatus(status));

        assertThat(reply("x".repeat(400)))
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused ->
                                assertThat(refused.refusal().getClass().getSimpleName())
                                        .isEqualTo(kind));
    }

    private Sent reply(String text) {
        return new GooglePlayConnector(outbound, clock)
                .reply(settings(address()), new OutgoingReply("k", repliedTo(), text));
    }

    private void lists(List<?> reviews) {
        answersApi(json(Map.of("reviews", reviews)));
    }

    private void answersApi(ResponseDefinitionBuilder answer) {
        answers(request -> request.getUrl().equals("/token") ? json(PlayServer.token()) : answer);
    }

    private static Settings settings(String app, String account, String address) {
        return new Settings(Map.of("app", app, "account", account, "endpoint", address));
    }

    private static PostRef ref(String id) {
        return new PostRef(id, Optional.empty(), Optional.empty());
    }

    private static Instant ago(long seconds) {
        return START.minusSeconds(seconds);
    }
}
