package firsthour.connectors.businessprofile;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static firsthour.connectors.businessprofile.ProfileServer.LIST;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pretended Google hands out a token and gives pages of 50, those that were changed last
/// first; an empty list is left out of its answer.
class BusinessProfileConnectorTest extends ConnectorContract
        implements RecheckingContract, FindingRepliesContract, ReplyingContract {

    @Override
    protected Connector connector(Outbound way) {
        return new BusinessProfileConnector(way, clock);
    }

    @Override
    protected Settings settings(String address) {
        return new Settings(
                Map.of(
                        "location", ProfileServer.LOCATION,
                        "client", "id",
                        "secret", "s3cret",
                        "permission", "1//r",
                        "endpoint", address));
    }

    @Override
    protected Map<Settings, String> wrongSettings() {
        return Map.of(
                with("location", "Acme, Main Street"), "location",
                with("location", "accounts/1/locations/2/../3"), "location",
                with("client", ""), "client",
                with("secret", ""), "secret",
                with("permission", ""), "permission",
                with("endpoint", "no address"), "endpoint");
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
        return 120;
    }

    @Override
    protected ResponseDefinitionBuilder answer(Request request, List<Sample> posts) {
        if (request.getUrl().equals("/token")) {
            return json(ProfileServer.token());
        }
        assertThat(request.getHeader("authorization")).isEqualTo("Bearer t0ken");
        assertThat(request.getUrl()).startsWith(LIST + "?");
        assertThat(request.queryParameter("orderBy").firstValue()).isEqualTo("updateTime desc");
        int most = Integer.parseInt(request.queryParameter("pageSize").firstValue());
        assertThat(most).isLessThanOrEqualTo(50);
        int from =
                request.queryParameter("pageToken").isPresent()
                        ? Integer.parseInt(request.queryParameter("pageToken").firstValue())
                        : 0;
        int to = Math.min(posts.size(), from + most);
        Map<String, Object> page = new LinkedHashMap<>();
        if (to > from) {
            page.put(
                    "reviews",
                    posts.reversed().subList(from, to).stream()
                            .map(ProfileServer::review)
                            .toList());
            page.put("averageRating", 2.0);
            page.put("totalReviewCount", posts.size());
        }
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
        for (Sample sample : held) {
            if (request.getUrl().equals(LIST + "/" + idOf(sample))) {
                return json(ProfileServer.review(sample));
            }
        }
        return request.getUrl().startsWith(LIST + "/")
                ? json(ProfileServer.error(404, "NOT_FOUND")).withStatus(404)
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
            return json(ProfileServer.token());
        }
        assertThat(request.getUrl()).isEqualTo(LIST + "/r7");
        Map<String, Object> review = ProfileServer.review("r7", "late", START.minusSeconds(60));
        for (Sample reply : replies) {
            review.put("reviewReply", ProfileServer.reply(reply.text(), reply.at()));
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
        return new PostRef(
                "r7", Optional.of(URI.create("https://business.example/r7")), Optional.of("Ann"));
    }

    @Override
    public boolean isPosting(Request request) {
        return request.getMethod().getName().equals("PUT");
    }

    @Override
    public ResponseDefinitionBuilder answerToReply(Request request) {
        return isPosting(request)
                ? json(ProfileServer.reply("We are sorry.", START))
                : json(ProfileServer.token());
    }

    @Override
    public String idOfReply() {
        return "r7/reply";
    }

    @Test
    void aReviewThatWasChangedComesAgainAndSoDoesANewAnswer() {
        Map<String, Object> review = ProfileServer.review("r1", "fine", START.minusSeconds(600));
        lists(List.of(review));
        Checkpoint checkpoint = page(Checkpoint.NONE).next();

        later(Duration.ofMinutes(10));
        review.put("comment", "cold");
        review.put("updateTime", START.plusSeconds(60).toString());
        lists(List.of(review));
        Pull.Page again = page(checkpoint);
        assertThat(again.posts()).extracting(Post::text).containsExactly("cold");

        review.put("reviewReply", ProfileServer.reply("Sorry.", START.plusSeconds(90)));
        lists(List.of(review));
        Pull.Page answered = page(again.next());
        assertThat(answered.posts()).extracting(Post::text).containsExactly("Sorry.");
        assertThat(page(answered.next()).posts()).isEmpty();
    }

    @Test
    void thePermissionIsExchangedOnceForManyPulls() {
        holds(Sample.some(3, 1, START.minusSeconds(900), 40));
        Connector connector = connector(outbound);
        for (int i = 0; i < 3; i++) {
            Pull pull = connector.pull(settings(address()), search(), Checkpoint.NONE);
            assertThat(((Pull.Page) pull).posts()).hasSize(3);
        }

        SERVER.verify(3, getRequestedFor(urlPathEqualTo(LIST)));
        SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/token"))
                        .withFormParam("refresh_token", equalTo("1//r")));
    }

    @ParameterizedTest
    @CsvSource({
        "404, NOT_FOUND, Misconfigured, no such location",
        "403, PERMISSION_DENIED, Unauthorised, does not manage",
        "500, INTERNAL, Transient, trouble"
    })
    void anErrorSaysWhatToDo(int status, String code, String kind, String words) {
        answersApi(json(ProfileServer.error(status, code)).withStatus(status));

        assertThat(refusal())
                .matches(why -> why.getClass().getSimpleName().equals(kind))
                .matches(why -> why.detail().contains(words));
    }

    @Test
    void aProjectThatWasNotLetInIsTold() {
        answersApi(json(ProfileServer.noQuota()).withStatus(429));
        assertThat(refusal()).isInstanceOf(Refusal.Denied.class);
    }

    @Test
    void anAnswerOfTheApiThatHoldsSomethingElseMeansThatTheSourceChanged() {
        answersApi(json(Map.of("items", List.of())));
        assertThat(refusal()).isInstanceOf(Refusal.SourceChanged.class);
    }

    @Test
    void noReviewIsGoneWhereTheLocationIsNotFound() {
        answersApi(json(ProfileServer.error(404, "NOT_FOUND")).withStatus(404));

        assertThat(connector().recheck(settings(address()), List.of(ref("r1"), ref("r2"))))
                .isInstanceOfSatisfying(
                        Look.Refused.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isInstanceOf(Refusal.Misconfigured.class));
    }

    @Test
    void anAnswerReplacesWhatIsThere() {
        answers(this::answerToReply);

        assertThat(reply("Sorry.")).isEqualTo(new Sent.Done("r7/reply", repliedTo().url()));
        SERVER.verify(
                putRequestedFor(urlEqualTo(LIST + "/r7/reply"))
                        .withHeader("authorization", equalTo("Bearer t0ken"))
                        .withRequestBody(equalToJson("{\"comment\":\"Sorry.\"}")));
    }

    @Test
    void anAnswerThatGoogleRejectsAtOnceWasNotPosted() {
        Map<String, Object> rejected = ProfileServer.reply("Sorry.", START);
        rejected.put("reviewReplyState", "REJECTED");
        answersApi(json(rejected));

        assertThat(reply("Sorry."))
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused ->
                                assertThat(refused.refusal()).isInstanceOf(Refusal.Denied.class));
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_ARGUMENT, Denied",
        "404, NOT_FOUND, Gone",
        "403, PERMISSION_DENIED, Unauthorised"
    })
    void anAnswerThatIsNotTakenWasNotPosted(int status, String code, String kind) {
        answersApi(json(ProfileServer.error(status, code)).withStatus(status));

        assertThat(reply("x".repeat(5_000)))
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused ->
                                assertThat(refused.refusal().getClass().getSimpleName())
                                        .isEqualTo(kind));
    }

    @Test
    void theAccountIsConnectedWithTheScopeOfBusinessProfiles() {
        URI back = URI.create("https://firsthour.example/connected");
        answers(request ->
                json(Map.of("access_token", "a", "expires_in", 3599, "refresh_token", "1//new")));

        assertThat(connector().permissionField()).isEqualTo("permission");
        assertThat(connector().scopes(settings(address())))
                .containsExactly("https://www.googleapis.com/auth/business.manage");
        assertThat(connector().page(settings(address()), back, "s1").toString())
                .startsWith("https://accounts.google.com/o/oauth2/v2/auth?client_id=id&")
                .contains("business.manage");
        assertThat(connector().redeem(settings(address()), "4/c", back))
                .isEqualTo(new Consent.Granted("1//new"));
    }

    private BusinessProfileConnector connector() {
        return new BusinessProfileConnector(outbound, clock);
    }

    private Sent reply(String text) {
        return connector().reply(settings(address()), new OutgoingReply("k", repliedTo(), text));
    }

    private void lists(List<?> reviews) {
        answersApi(json(Map.of("reviews", reviews)));
    }

    private void answersApi(ResponseDefinitionBuilder answer) {
        answers(request ->
                request.getUrl().equals("/token") ? json(ProfileServer.token()) : answer);
    }

    private Settings with(String field, String value) {
        Map<String, String> values = new HashMap<>(settings(address()).values());
        values.put(field, value);
        return new Settings(values);
    }

    private static PostRef ref(String id) {
        return new PostRef(id, Optional.empty(), Optional.empty());
    }
}
