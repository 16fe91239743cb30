package firsthour.connectors.bluesky;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.ConnectorContract;
import firsthour.connectors.FindingRepliesContract;
import firsthour.connectors.Look;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.RecheckingContract;
import firsthour.connectors.Refusal;
import firsthour.connectors.ReplyingContract;
import firsthour.connectors.Sample;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.http.Outbound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pretended server hands out a token and gives pages of 100, the newest first; its last page
/// has a cursor as well, as that of the server that was tried.
class BlueskyConnectorTest extends ConnectorContract
        implements RecheckingContract, FindingRepliesContract, ReplyingContract {
    private static final int PAGE = 100;
    private static final String SEARCH = "/xrpc/app.bsky.feed.searchPosts";
    private static final String SIGN_IN = "/xrpc/com.atproto.server.createSession";
    private static final String THREAD = "/xrpc/app.bsky.feed.getPostThread";
    private static final String LOOK = "/xrpc/com.atproto.repo.getRecord";
    private static final String WRITE = "/xrpc/com.atproto.repo.putRecord";
    private static final String COMPLAINT = "3n3hr7cnw2s22";
    private static final String REPLY = Views.uri(Views.BRAND, RecordKey.of(COMPLAINT, "key-1"));

    private Search search = new Search(List.of("Acme"));

    @Override
    protected Connector connector(Outbound way) {
        return new BlueskyConnector(way, clock);
    }

    @Override
    protected Settings settings(String address) {
        return new Settings(
                Map.of("handle", "acme.example", "password", "s3cret", "endpoint", address));
    }

    @Override
    protected Map<Settings, String> wrongSettings() {
        return Map.of(
                but("handle", ""), "handle",
                but("handle", "ann@mail.example"), "handle",
                but("password", ""), "password",
                but("endpoint", "no address"), "endpoint");
    }

    @Override
    protected String idOf(Sample sample) {
        return Views.uri(Views.ANN, "k" + sample.number());
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
    protected Search search() {
        return search;
    }

    @Override
    protected ResponseDefinitionBuilder answer(Request request, List<Sample> posts) {
        if (request.getUrl().startsWith(SIGN_IN)) {
            return json(Map.of("accessJwt", "t0ken", "refreshJwt", "r", "did", Views.BRAND));
        }
        List<Sample> newest = posts.reversed();
        int from =
                request.queryParameter("cursor").isPresent()
                        ? Integer.parseInt(request.queryParameter("cursor").firstValue())
                        : 0;
        int to = Math.min(newest.size(), from + PAGE);
        return json(Map.of("posts", views(newest.subList(from, to)), "cursor", "" + to));
    }

    @Override
    public Settings recheckSettings(String address) {
        return settings(address);
    }

    @Override
    public ResponseDefinitionBuilder answerToRecheck(Request request, List<Sample> held) {
        if (request.getUrl().startsWith(THREAD)) {
            return answerWhenGone(request);
        }
        return request.getUrl().startsWith(SIGN_IN)
                ? answer(request, held)
                : json(Map.of("posts", views(held)));
    }

    @Override
    public Settings repliesSettings(String address) {
        return settings(address);
    }

    @Override
    public PostRef answered() {
        return new PostRef(
                Views.uri(Views.ANN, COMPLAINT), Optional.empty(), Optional.of("ann.example"));
    }

    @Override
    public ResponseDefinitionBuilder answerToReplies(Request request, List<Sample> replies) {
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (Map<String, Object> view : views(replies)) {
            nodes.add(
                    Views.node(
                            Views.answering(view, answered().externalId(), answered().externalId()),
                            List.of()));
        }
        return request.getUrl().startsWith(SIGN_IN)
                ? answer(request, replies)
                : json(Map.of("thread", Views.node(complaint(), nodes)));
    }

    @Override
    public ResponseDefinitionBuilder answerWhenGone(Request request) {
        return request.getUrl().startsWith(SIGN_IN)
                ? answer(request, List.of())
                : error(400, "NotFound");
    }

    @Override
    public Settings replySettings(String address) {
        return settings(address);
    }

    @Override
    public PostRef repliedTo() {
        return answered();
    }

    @Override
    public boolean isPosting(Request request) {
        return request.getUrl().startsWith(WRITE);
    }

    @Override
    public ResponseDefinitionBuilder answerToReply(Request request) {
        String path = request.getUrl().split("\\?", 2)[0];
        return switch (path) {
            case SIGN_IN -> answer(request, List.of());
            case LOOK -> error(400, "RecordNotFound");
            case WRITE -> json(Views.place(REPLY));
            default -> json(Map.of("posts", List.of(complaint())));
        };
    }

    @Override
    public String idOfReply() {
        return REPLY;
    }

    @Test
    void eachPhraseIsAskedForAndWhatDoesNotHoldItIsLeftOut() {
        search = new Search(List.of("Acme Air", "\"Acme\" parcel"));
        holds(
                List.of(
                        new Sample(1, "Acme has air and a parcel", START.minusSeconds(10)),
                        new Sample(2, "my Acme parcel", START.minusSeconds(9)),
                        new Sample(3, "Acme Air is late", START.minusSeconds(8))));

        assertThat(ids(drain(Checkpoint.NONE)))
                .containsExactly(Views.uri(Views.ANN, "k3"), Views.uri(Views.ANN, "k2"));
        for (String asked : List.of("\"Acme Air\"", "\" Acme  parcel\"")) {
            SERVER.verify(
                    getRequestedFor(urlPathEqualTo(SEARCH))
                            .withQueryParam("q", equalTo(asked))
                            .withQueryParam("sort", equalTo("latest"))
                            .withHeader("authorization", equalTo("Bearer t0ken")));
        }
    }

    @Test
    void theAccountSignsInOnceForManyPulls() {
        holds(Sample.some(3, 1, START.minusSeconds(900), 40));
        Connector connector = connector(outbound);
        Settings written = but("handle", "@acme.example"); // as people write it
        for (int i = 0; i < 3; i++) {
            Pull pull = connector.pull(written, search, Checkpoint.NONE);
            assertThat(((Pull.Page) pull).posts()).hasSize(3);
        }
        SERVER.verify(
                1,
                postRequestedFor(urlPathEqualTo(SIGN_IN))
                        .withRequestBody(
                                equalToJson(
                                        "{\"identifier\":\"acme.example\",\"password\":\"s3cret\"}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvalidToken", "ExpiredToken"})
    void aTokenThatIsNoLongerTakenIsReplacedOnce(String error) {
        answers(request ->
                request.getUrl().startsWith(SIGN_IN)
                        ? answer(request, List.of())
                        : error(400, error));
        Connector connector = connector(outbound);
        for (int i = 0; i < 2; i++) {
            assertThat(connector.pull(settings(address()), search, Checkpoint.NONE))
                    .isInstanceOfSatisfying(
                            Pull.Refused.class,
                            refused ->
                                    assertThat(refused.refusal())
                                            .isInstanceOf(Refusal.Unauthorised.class));
        }
        SERVER.verify(2, postRequestedFor(urlPathEqualTo(SIGN_IN)));
        SERVER.verify(3, getRequestedFor(urlPathEqualTo(SEARCH)));
    }

    @ParameterizedTest
    @CsvSource({
        "AuthenticationRequired, app password",
        "AuthFactorTokenRequired, instead of the account's own",
        "AccountTakedown, suspended"
    })
    void aSignInThatIsRefusedSaysWhatToDo(String error, String words) {
        says(error(401, error));

        assertThat(refusal())
                .isInstanceOfSatisfying(
                        Refusal.Unauthorised.class,
                        why -> assertThat(why.detail()).contains(words).doesNotContain("s3cret"));
    }

    @Test
    void aRefusalThatNamesOnlyTheEndOfTheWindowSaysUntilWhen() {
        searching(() ->
                error(429, "RateLimitExceeded")
                        .withHeader("RateLimit-Limit", "3000")
                        .withHeader("RateLimit-Remaining", "0")
                        .withHeader(
                                "RateLimit-Reset",
                                String.valueOf(START.plusSeconds(240).getEpochSecond())));

        assertThat(pull(Checkpoint.NONE))
                .isInstanceOfSatisfying(
                        Pull.Refused.class,
                        refused -> {
                            assertThat(refused.refusal())
                                    .isInstanceOfSatisfying(
                                            Refusal.RateLimited.class,
                                            limited ->
                                                    assertThat(limited.until())
                                                            .contains(START.plusSeconds(240)));
                            assertThat(refused.budget())
                                    .isEqualTo(
                                            new Budget(
                                                    OptionalLong.of(0),
                                                    Optional.of(START.plusSeconds(240))));
                        });
    }

    @Test
    void aSearchThatIsAnsweredWithAWebPageHasChanged() {
        searching(() -> aResponse().withHeader("Content-Type", "text/html").withBody("<html>"));
        assertThat(refusal()).isInstanceOf(Refusal.SourceChanged.class);

        searching(() -> json(Map.of("hits", List.of())));
        assertThat(refusal()).isInstanceOf(Refusal.SourceChanged.class);
    }

    @Test
    void aPostOfSomebodyWhoBlocksTheAccountIsNotTakenForDeleted() {
        answers(request ->
                request.getUrl().startsWith(THREAD)
                        ? json(Map.of("thread", Views.blocked(answered().externalId())))
                        : answerToRecheck(request, List.of()));
        BlueskyConnector connector = new BlueskyConnector(outbound, clock);
        Look nothing = new Look.Seen(List.of(), Set.of(), Budget.UNSAID);

        assertThat(connector.recheck(settings(address()), List.of(answered()))).isEqualTo(nothing);
        assertThat(connector.replies(settings(address()), answered())).isEqualTo(nothing);
    }

    private Settings but(String field, String value) {
        Map<String, String> values = new HashMap<>(settings(address()).values());
        values.put(field, value);
        return new Settings(values);
    }

    private static Map<String, Object> complaint() {
        return Views.post(COMPLAINT, "Acme is late", START.minusSeconds(600));
    }

    private List<Map<String, Object>> views(List<Sample> samples) {
        return samples.stream()
                .map(sample -> Views.post("k" + sample.number(), sample.text(), sample.at()))
                .toList();
    }

    private void searching(Supplier<ResponseDefinitionBuilder> answer) {
        answers(request ->
                request.getUrl().startsWith(SIGN_IN) ? answer(request, List.of()) : answer.get());
    }

    private static ResponseDefinitionBuilder error(int status, String name) {
        return json(Map.of("error", name, "message", "secret words")).withStatus(status);
    }
}
