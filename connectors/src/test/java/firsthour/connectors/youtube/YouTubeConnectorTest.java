package firsthour.connectors.youtube;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.ConnectorContract;
import firsthour.connectors.Consent;
import firsthour.connectors.FindingRepliesContract;
import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.RecheckingContract;
import firsthour.connectors.Refusal;
import firsthour.connectors.ReplyingContract;
import firsthour.connectors.Sample;
import firsthour.connectors.Search;
import firsthour.connectors.Sent;
import firsthour.connectors.Settings;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The pretended YouTube gives pages of 100 threads, the newest first.
class YouTubeConnectorTest extends ConnectorContract
        implements RecheckingContract, FindingRepliesContract, ReplyingContract {
    private static final String THREADS = "/youtube/v3/commentThreads";
    private static final String COMMENTS = "/youtube/v3/comments";
    private static final PostRef COMMENT =
            new PostRef(
                    "Ugx7",
                    Optional.of(URI.create("https://www.youtube.com/watch?v=vid30&lc=Ugx7")),
                    Optional.of("ann-1"));

    private Search search = new Search(List.of("Acme"));

    @Override
    protected Connector connector(Outbound way) {
        return new YouTubeConnector(way, clock);
    }

    @Override
    protected Settings settings(String address) {
        return new Settings(
                Map.of("channel", YouTubeServer.CHANNEL, "key", "k3y", "endpoint", address));
    }

    @Override
    protected Map<Settings, String> wrongSettings() {
        return Map.of(
                with("channel", "@acme"), "channel",
                with("key", ""), "key",
                with("endpoint", "no address"), "endpoint");
    }

    @Override
    protected Search search() {
        return search;
    }

    @Override
    protected String idOf(Sample sample) {
        return "Ugx" + sample.number();
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
        assertThat(request.getUrl()).startsWith(THREADS + "?");
        assertThat(parameter(request, "key")).isEqualTo("k3y");
        assertThat(parameter(request, "order")).isEqualTo("time");
        assertThat(parameter(request, "textFormat")).isEqualTo("plainText");
        int most = Integer.parseInt(parameter(request, "maxResults"));
        int from =
                request.queryParameter("pageToken").isPresent()
                        ? Integer.parseInt(parameter(request, "pageToken"))
                        : 0;
        int to = Math.min(posts.size(), from + most);
        Map<String, Object> page =
                YouTubeServer.list(
                        posts.reversed().subList(Math.min(from, to), to).stream()
                                .map(sample ->
                                        YouTubeServer.thread(
                                                YouTubeServer.comment(sample), List.of()))
                                .toList());
        if (to < posts.size()) {
            page.put("nextPageToken", String.valueOf(to));
        }
        return json(page);
    }

    @Override
    public Settings recheckSettings(String address) {
        return settings(address);
    }

    @Override
    public ResponseDefinitionBuilder answerToRecheck(Request request, List<Sample> held) {
        assertThat(request.getUrl()).startsWith(COMMENTS + "?");
        List<String> asked = List.of(parameter(request, "id").split(",", -1));
        return json(
                YouTubeServer.list(
                        held.stream()
                                .filter(sample -> asked.contains(idOf(sample)))
                                .map(YouTubeServer::comment)
                                .toList()));
    }

    @Override
    public Settings repliesSettings(String address) {
        return settings(address);
    }

    @Override
    public PostRef answered() {
        return COMMENT;
    }

    @Override
    public ResponseDefinitionBuilder answerToReplies(Request request, List<Sample> replies) {
        assertThat(request.getUrl()).startsWith(COMMENTS + "?");
        assertThat(parameter(request, "parentId")).isEqualTo("Ugx7");
        return json(
                YouTubeServer.list(
                        replies.stream()
                                .map(sample ->
                                        YouTubeServer.reply(
                                                "Ugx7." + sample.number(),
                                                "Ugx7",
                                                sample.text(),
                                                sample.at()))
                                .toList()));
    }

    @Override
    public ResponseDefinitionBuilder answerWhenGone(Request request) {
        return json(YouTubeServer.error(404, "commentNotFound")).withStatus(404);
    }

    @Override
    public Settings replySettings(String address) {
        return new Settings(
                Map.of(
                        "client", "id",
                        "secret", "s3cret",
                        "permission", "1//r",
                        "endpoint", address));
    }

    @Override
    public PostRef repliedTo() {
        return COMMENT;
    }

    @Override
    public boolean isPosting(Request request) {
        return request.getUrl().startsWith(COMMENTS);
    }

    @Override
    public ResponseDefinitionBuilder answerToReply(Request request) {
        return json(
                isPosting(request)
                        ? YouTubeServer.reply("Ugx7.b", "Ugx7", "We are sorry.", START)
                        : YouTubeServer.token());
    }

    @Override
    public String idOfReply() {
        return "Ugx7.b";
    }

    @Test
    void eachPhraseIsSearchedForBelowTheVideosOfTheChannel() {
        search = new Search(List.of("Acme Airlines", "Äcme & Co"));
        holds(List.of());

        assertThat(ids(drain(Checkpoint.NONE))).isEmpty();
        SERVER.verify(2, getRequestedFor(urlPathEqualTo(THREADS)));
        SERVER.verify(
                getRequestedFor(urlPathEqualTo(THREADS))
                        .withQueryParam("searchTerms", equalTo("Äcme & Co"))
                        .withQueryParam(
                                "allThreadsRelatedToChannelId", equalTo(YouTubeServer.CHANNEL))
                        .withQueryParam("part", equalTo("snippet,replies")));
    }

    @Test
    void aReplyThatIsNewInAThreadOfTheFirstPageComes() {
        Map<String, Object> comment = YouTubeServer.comment("Ugx7", "Acme is late", ago(600));
        says(json(YouTubeServer.list(List.of(YouTubeServer.thread(comment, List.of())))));
        Checkpoint checkpoint = page(Checkpoint.NONE).next();

        later(Duration.ofHours(30));
        says(
                json(
                        YouTubeServer.list(
                                List.of(
                                        YouTubeServer.thread(
                                                comment,
                                                List.of(
                                                        YouTubeServer.reply(
                                                                "Ugx7.a",
                                                                "Ugx7",
                                                                "Acme lost mine",
                                                                START.plusSeconds(90))))))));

        assertThat(ids(drain(checkpoint))).containsExactly("Ugx7.a");
    }

    @Test
    void whereCommentsAreSwitchedOffThereAreNone() {
        says(json(YouTubeServer.error(403, "commentsDisabled")).withStatus(403));
        assertThat(drain(Checkpoint.NONE)).singleElement().matches(page -> page.posts().isEmpty());
    }

    @Test
    void allRepliesBelowAThreadAreReadPageByPageWithoutTheOneThatIsAsked() {
        answers(request -> {
            assertThat(parameter(request, "parentId")).isEqualTo("Ugx7");
            boolean second = request.queryParameter("pageToken").isPresent();
            Map<String, Object> page =
                    YouTubeServer.list(
                            List.of(
                                    YouTubeServer.reply(
                                            second ? "Ugx7.b" : "Ugx7.a", "Ugx7", "x", START)));
            if (!second) {
                page.put("nextPageToken", "p2");
            }
            return json(page);
        });

        Look look =
                connector()
                        .replies(
                                settings(address()),
                                new PostRef("Ugx7.a", Optional.empty(), Optional.empty()));

        assertThat(look)
                .isInstanceOfSatisfying(
                        Look.Seen.class,
                        seen ->
                                assertThat(seen.posts())
                                        .extracting(Post::externalId)
                                        .containsExactly("Ugx7.b"));
    }

    @Test
    void anEndlessRowOfRepliesIsReadForAWhile() {
        Map<String, Object> page = YouTubeServer.list(List.of());
        page.put("nextPageToken", "again");
        says(json(page));

        assertThat(connector().replies(settings(address()), COMMENT)).isInstanceOf(Look.Seen.class);
        SERVER.verify(5, getRequestedFor(urlPathEqualTo(COMMENTS)));
    }

    @Test
    void anAnswerStandsBelowTheCommentAndNamesTheAuthorOfAReply() {
        answers(this::answerToReply);

        assertThat(reply(COMMENT, "Sorry.")).isEqualTo(new Sent.Done("Ugx7.b", COMMENT.url()));
        posted("Sorry.");
        reply(new PostRef("Ugx7.a", Optional.empty(), Optional.of("ann-1")), "Sorry.");
        posted("@ann-1 Sorry.");
        reply(new PostRef("Ugx7.a", Optional.empty(), Optional.of("ann-1")), "Sorry @Ann-1!");
        posted("Sorry @Ann-1!");
    }

    private static void posted(String text) {
        SERVER.verify(
                1,
                postRequestedFor(urlEqualTo(COMMENTS + "?part=snippet"))
                        .withHeader("authorization", equalTo("Bearer t0ken"))
                        .withRequestBody(
                                equalToJson(
                                        "{\"snippet\":{\"parentId\":\"Ugx7\",\"textOriginal\":\""
                                                + text
                                                + "\"}}")));
    }

    @Test
    void anAnswerThatIsNotTakenWasNotPosted() {
        answers(request ->
                isPosting(request)
                        ? json(YouTubeServer.error(400, "commentTextTooLong")).withStatus(400)
                        : json(YouTubeServer.token()));

        assertThat(reply(COMMENT, "x"))
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused ->
                                assertThat(refused.refusal()).isInstanceOf(Refusal.Denied.class));
    }

    @Test
    void aKeyThatIsWrongIsNotRepeated() {
        says(json(YouTubeServer.error(400, "keyInvalid")).withStatus(400));
        assertThat(refusal())
                .isInstanceOfSatisfying(
                        Refusal.Unauthorised.class,
                        why -> assertThat(why.detail()).contains("key").doesNotContain("k3y"));
        assertThat(new ChannelComments.Place(URI.create(address()), "k3y").toString())
                .doesNotContain("k3y");
    }

    @Test
    void whoeverHasOnlyAKeyReadsAndDoesNotAnswer() {
        assertThat(connector().canReply(settings(address()))).isFalse();
        assertThat(connector().isRepeatable()).isFalse();
        assertThat(connector().reply(settings(address()), new OutgoingReply("k", COMMENT, "x")))
                .isInstanceOf(Sent.Refused.class);
    }

    @Test
    void theAccountIsConnectedWithTheScopeOfComments() {
        URI back = URI.create("https://firsthour.example/connected");
        says(json(Map.of("access_token", "a", "refresh_token", "1//new")));

        assertThat(connector().permissionField()).isEqualTo("permission");
        assertThat(connector().scopes(replySettings(address())))
                .containsExactly("https://www.googleapis.com/auth/youtube.force-ssl");
        assertThat(connector().page(replySettings(address()), back, "s1").toString())
                .startsWith("https://accounts.google.com/o/oauth2/v2/auth?client_id=id&")
                .contains("youtube.force-ssl");
        assertThat(connector().redeem(replySettings(address()), "4/c", back))
                .isEqualTo(new Consent.Granted("1//new"));
    }

    private YouTubeConnector connector() {
        return new YouTubeConnector(outbound, clock);
    }

    private Sent reply(PostRef to, String text) {
        return connector().reply(replySettings(address()), new OutgoingReply("k", to, text));
    }

    private Settings with(String field, String value) {
        Map<String, String> values = new HashMap<>(settings(address()).values());
        values.put(field, value);
        return new Settings(values);
    }

    private static String parameter(Request request, String name) {
        return request.queryParameter(name).firstValue();
    }

    private static Instant ago(long seconds) {
        return START.minusSeconds(seconds);
    }
}
