package firsthour.connectors.appstoreconnect;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.ConnectorContract;
import firsthour.connectors.FindingRepliesContract;
import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pretended API gives pages of 200, the newest first, each with the address of the next one.
class AppStoreConnectConnectorTest extends ConnectorContract
        implements RecheckingContract, FindingRepliesContract, ReplyingContract {
    private static final int PAGE = 200;

    @Override
    protected Connector connector(Outbound way) {
        return new AppStoreConnectConnector(way, clock);
    }

    @Override
    protected Settings settings(String address) {
        return new Settings(
                Map.of(
                        "app",
                        "440",
                        "issuer",
                        "team",
                        "keyid",
                        "K1",
                        "key",
                        AppleJson.PEM,
                        "endpoint",
                        address));
    }

    @Override
    protected Map<Settings, String> wrongSettings() {
        return Map.of(
                with("app", ""), "app",
                with("app", "id440"), "app",
                with("issuer", ""), "issuer",
                with("keyid", ""), "keyid",
                with("key", ""), "key",
                with("key", "-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----"), "key",
                with("endpoint", "not an address"), "endpoint");
    }

    private Settings with(String field, String value) {
        Map<String, String> changed = new HashMap<>(settings(address()).values());
        changed.put(field, value);
        return new Settings(changed);
    }

    @Override
    protected String idOf(Sample sample) {
        return "00000028-b08c-" + sample.number();
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
        return 450;
    }

    @Override
    protected ResponseDefinitionBuilder answer(Request request, List<Sample> posts) {
        int from =
                request.queryParameter("cursor").isPresent()
                        ? Integer.parseInt(request.queryParameter("cursor").firstValue())
                        : 0;
        int to = Math.min(posts.size(), from + PAGE);
        var found =
                posts.reversed().subList(from, to).stream()
                        .map(sample -> AppleJson.review(idOf(sample), sample.text(), sample.at()))
                        .toList();
        String next = address() + "/v1/apps/440/customerReviews?include=response&cursor=" + to;
        return json(AppleJson.page(found, List.of(), to < posts.size() ? next : null));
    }

    @Override
    public Settings recheckSettings(String address) {
        return settings(address);
    }

    @Override
    public ResponseDefinitionBuilder answerToRecheck(Request request, List<Sample> held) {
        return held.stream()
                .filter(sample ->
                        request.getUrl().startsWith("/v1/customerReviews/" + idOf(sample) + "?"))
                .findFirst()
                .map(sample ->
                        json(
                                AppleJson.one(
                                        AppleJson.review(
                                                idOf(sample), sample.text(), sample.at()))))
                .orElse(answerWhenGone(request));
    }

    @Override
    public Settings repliesSettings(String address) {
        return settings(address);
    }

    @Override
    public PostRef answered() {
        return new PostRef(
                "7",
                Optional.of(URI.create("https://apps.apple.com/us/app/id440")),
                Optional.of("ann"));
    }

    @Override
    public ResponseDefinitionBuilder answerToReplies(Request request, List<Sample> replies) {
        Map<String, Object> review = AppleJson.review("7", "late", START.minusSeconds(60));
        if (replies.isEmpty()) {
            return json(AppleJson.one(review));
        }
        Sample reply = replies.getFirst();
        return json(
                AppleJson.one(
                        AppleJson.answered(review, "r7"),
                        AppleJson.response("r7", reply.text(), reply.at())));
    }

    @Override
    public ResponseDefinitionBuilder answerWhenGone(Request request) {
        return request.getUrl().startsWith("/v1/apps/440/customerReviews?")
                ? json(AppleJson.page(List.of(), List.of(), null))
                : json(AppleJson.error("NOT_FOUND")).withStatus(404);
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
        return request.getMethod().getName().equals("POST");
    }

    @Override
    public ResponseDefinitionBuilder answerToReply(Request request) {
        assertThat(request.getUrl()).isEqualTo("/v1/customerReviewResponses");
        assertThat(request.getBodyAsString())
                .contains("\"responseBody\":\"We are sorry. It leaves today.\"")
                .contains("\"id\":\"7\"");
        return json(Map.of("data", AppleJson.response("r7", "", START))).withStatus(201);
    }

    @Override
    public String idOfReply() {
        return "7/reply";
    }

    @Test
    void aResponseThatComesLaterIsBroughtAndTheReviewIsNotAgain() {
        Map<String, Object> review = AppleJson.review("7", "late", ago(600));
        says(json(AppleJson.page(List.of(review), List.of(), null)));
        Checkpoint checkpoint = page(Checkpoint.NONE).next();

        later(Duration.ofHours(1));
        says(
                json(
                        AppleJson.page(
                                List.of(AppleJson.answered(review, "r7")),
                                List.of(AppleJson.response("r7", "Sorry.", START.plusSeconds(60))),
                                null)));

        assertThat(ids(List.of(page(checkpoint)))).containsExactly("7/reply");
    }

    @Test
    void oneTokenLetsManyRequestsIn() {
        holds(Sample.some(1, 1, ago(60), 1));
        Connector connector = connector(outbound);
        connector.pull(settings(address()), search(), Checkpoint.NONE);
        later(Duration.ofMinutes(9));
        connector.pull(settings(address()), search(), Checkpoint.NONE);

        assertThat(SERVER.findAll(getRequestedFor(urlPathEqualTo("/v1/apps/440/customerReviews"))))
                .hasSize(2)
                .extracting(request -> request.getHeader("authorization"))
                .allMatch(header -> header.startsWith("Bearer "))
                .satisfies(headers -> assertThat(Set.copyOf(headers)).hasSize(1));
    }

    @Test
    void theTokenIsNotCarriedToAnotherHost() {
        Map<String, Object> review = AppleJson.review("7", "late", ago(600));
        says(json(AppleJson.page(List.of(review), List.of(), "https://other.example/v1/next")));
        Pull.Page first = page(Checkpoint.NONE);

        assertThat(ids(List.of(first))).containsExactly("7");
        assertThat(pull(first.next()))
                .isInstanceOfSatisfying(
                        Pull.Refused.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isInstanceOf(Refusal.SourceChanged.class));
        SERVER.verify(1, getRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({
        "401, NOT_AUTHORIZED, Unauthorised, clock",
        "403, FORBIDDEN_ERROR, Unauthorised, role",
        "403, FORBIDDEN.REQUIRED_AGREEMENTS_MISSING_OR_EXPIRED, Denied, agreement",
        "404, NOT_FOUND, Misconfigured, number",
        "429, RATE_LIMIT_EXCEEDED, RateLimited, too many"
    })
    void applesCodesSayWhatToDo(int status, String code, String kind, String words) {
        says(json(AppleJson.error(code)).withStatus(status));

        assertThat(refusal().getClass().getSimpleName()).isEqualTo(kind);
        assertThat(refusal().detail()).contains(words).doesNotContain("PRIVATE");
    }

    @ParameterizedTest
    @CsvSource({
        "'Mon, 09 Nov 2026 11:00:00 GMT', clock may be wrong: it is 60 minutes behind",
        "'Mon, 09 Nov 2026 09:00:00 GMT', clock may be wrong: it is 60 minutes ahead of",
        "'Mon, 09 Nov 2026 10:04:00 GMT', the key was revoked",
        "'Mon, 09 Nov 2026 09:56:00 GMT', the key was revoked"
    })
    void aKeyThatIsRevokedIsToldFromAClockThatIsWrong(String date, String words) {
        says(json(AppleJson.error("NOT_AUTHORIZED")).withStatus(401).withHeader("Date", date));

        assertThat(refusal())
                .isInstanceOfSatisfying(
                        Refusal.Unauthorised.class,
                        why -> assertThat(why.detail()).contains(words));
    }

    @Test
    void whereTheAppCannotBeSeenNoReviewCountsAsGone() {
        says(json(AppleJson.error("NOT_FOUND")).withStatus(404));
        AppStoreConnectConnector connector = new AppStoreConnectConnector(outbound, clock);

        for (Look look :
                List.of(
                        connector.recheck(settings(address()), List.of(answered())),
                        connector.replies(settings(address()), answered()))) {
            assertThat(look)
                    .isInstanceOfSatisfying(
                            Look.Refused.class,
                            refused ->
                                    assertThat(refused.refusal())
                                            .isInstanceOf(Refusal.Misconfigured.class));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "409, ENTITY_ERROR.ATTRIBUTE.INVALID, Denied, text",
        "404, NOT_FOUND, Gone, gone",
        "403, FORBIDDEN_ERROR, Unauthorised, role"
    })
    void aResponseThatAppleDoesNotTakeSaysWhy(int status, String code, String kind, String words) {
        says(json(AppleJson.error(code)).withStatus(status));

        Sent sent =
                new AppStoreConnectConnector(outbound, clock)
                        .reply(settings(address()), new OutgoingReply("k", answered(), "Sorry."));

        assertThat(sent)
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused -> {
                            assertThat(refused.refusal().getClass().getSimpleName())
                                    .isEqualTo(kind);
                            assertThat(refused.refusal().detail()).contains(words);
                        });
    }

    private static Instant ago(long seconds) {
        return START.minusSeconds(seconds);
    }
}
