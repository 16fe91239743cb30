package firsthour.connectors.trustpilot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pretended server gives pages of 100, the newest first, and behind the last one empty ones.
class TrustpilotConnectorTest extends ConnectorContract
        implements RecheckingContract, FindingRepliesContract, ReplyingContract {
    private static final int PAGE = 100;

    @Override
    protected Connector connector(Outbound way) {
        return new TrustpilotConnector(way, clock);
    }

    @Override
    protected Settings settings(String address) {
        return new Settings(Map.of("unit", "507f19", "key", "k3y", "endpoint", address));
    }

    @Override
    protected Map<Settings, String> wrongSettings() {
        return Map.of(
                new Settings(Map.of("key", "k3y")), "unit",
                new Settings(Map.of("key", "k3y", "unit", "acme.example")), "unit",
                new Settings(Map.of("unit", "507f19")), "key",
                new Settings(Map.of("unit", "507f19", "key", "k3y\r\nx: y")), "key",
                new Settings(Map.of("unit", "507f19", "key", "k3y", "endpoint", "none")),
                        "endpoint");
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
        int page = Integer.parseInt(request.queryParameter("page").firstValue());
        int from = Math.min(posts.size(), (page - 1) * PAGE);
        return reviews(
                posts.reversed().subList(from, Math.min(posts.size(), from + PAGE)).stream()
                        .map(sample -> review(idOf(sample), sample.text(), sample.at()))
                        .toList());
    }

    @Override
    public Settings recheckSettings(String address) {
        return settings(address);
    }

    @Override
    public ResponseDefinitionBuilder answerToRecheck(Request request, List<Sample> held) {
        return held.stream()
                .filter(sample -> request.getUrl().equals("/v1/reviews/" + idOf(sample)))
                .findFirst()
                .map(sample -> json(review(idOf(sample), sample.text(), sample.at())))
                .orElse(answerWhenGone(request));
    }

    @Override
    public Settings repliesSettings(String address) {
        return settings(address);
    }

    @Override
    public PostRef answered() {
        return new PostRef("r7", Optional.empty(), Optional.of("c1"));
    }

    @Override
    public ResponseDefinitionBuilder answerToReplies(Request request, List<Sample> replies) {
        assertThat(request.getUrl()).isEqualTo("/v1/reviews/r7");
        Map<String, Object> review = review("r7", "late", ago(60));
        replies.forEach(reply ->
                review.put(
                        "companyReply",
                        Map.of("text", reply.text(), "createdAt", reply.at().toString())));
        return json(review);
    }

    @Override
    public ResponseDefinitionBuilder answerWhenGone(Request request) {
        return request.getUrl().startsWith("/v1/business-units/507f19/reviews?")
                ? reviews(List.of())
                : missing();
    }

    private static ResponseDefinitionBuilder missing() {
        return json(Map.of("errorCode", 1015, "message", "Not found")).withStatus(404);
    }

    @Override
    public Settings replySettings(String address) {
        Map<String, String> all = new HashMap<>(settings(address).values());
        all.putAll(Map.of("secret", "s3cret", "user", "u1"));
        return new Settings(all);
    }

    @Override
    public PostRef repliedTo() {
        return answered();
    }

    @Override
    public boolean isPosting(Request request) {
        return request.getUrl().equals("/v1/private/reviews/r7/reply");
    }

    @Override
    public ResponseDefinitionBuilder answerToReply(Request request) {
        return isPosting(request)
                ? aResponse().withStatus(201)
                : json(Map.of("access_token", "t0ken", "expires_in", "359999"));
    }

    @Override
    public String idOfReply() {
        return "r7/reply";
    }

    @Test
    void aReviewBecomesAPostAndTheCompanysReplyAnother() {
        Map<String, Object> review = review("r7", "My parcel is late.", ago(600));
        review.put("updatedAt", "2026-11-09T09:55:00");
        review.put(
                "companyReply",
                Map.of(
                        "text", "It leaves today.",
                        "createdAt", ago(200).toString(),
                        "updatedAt", ago(100).toString()));
        says(reviews(List.of(review)));
        Optional<URI> page = Optional.of(URI.create("https://www.trustpilot.com/reviews/r7"));

        assertThat(page(Checkpoint.NONE).posts())
                .containsExactly(
                        new Post(
                                "r7",
                                page,
                                Optional.of("Late"),
                                "My parcel is late.",
                                Optional.of(
                                        new Post.Author(
                                                "c1",
                                                Optional.of("Ann"),
                                                Optional.of(
                                                        URI.create(
                                                                "https://www.trustpilot.com/users/c1")),
                                                OptionalLong.empty())),
                                Optional.of("en"),
                                OptionalInt.of(1),
                                Optional.empty(),
                                ago(600),
                                Optional.of(ago(300))),
                        new Post(
                                        "r7/reply",
                                        page,
                                        Optional.empty(),
                                        "It leaves today.",
                                        Optional.empty(),
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        Optional.of("r7"),
                                        ago(200),
                                        Optional.of(ago(100)))
                                .byTheBrand());
        SERVER.verify(
                getRequestedFor(
                                urlEqualTo(
                                        "/v1/business-units/507f19/reviews?orderBy=createdat.desc&perPage=100&page=1"))
                        .withHeader("apikey", equalTo("k3y")));
    }

    @Test
    void aReviewThatIsHiddenWhileItIsLookedIntoIsGone() {
        Map<String, Object> review = review("r7", "late", ago(600));
        review.put("reportData", Map.of("source", "Trustpilot", "reviewVisibility", "hidden"));
        answers(request ->
                request.getUrl().equals("/v1/reviews/r7") ? json(review) : answerWhenGone(request));

        Look look =
                new TrustpilotConnector(outbound, clock)
                        .recheck(settings(address()), List.of(answered()));

        assertThat(((Look.Seen) look).gone()).containsExactly("r7");
        assertThat(((Look.Seen) look).posts()).isEmpty();
    }

    @Test
    void aReplyIsPostedInAPersonsNameWithATokenOfTheKeyAndItsSecret() {
        answers(this::answerToReply);

        reply();

        SERVER.verify(
                postRequestedFor(
                                urlEqualTo(
                                        "/v1/oauth/oauth-business-users-for-applications/accesstoken"))
                        .withHeader("authorization", equalTo("Basic azN5OnMzY3JldA=="))
                        .withRequestBody(equalTo("grant_type=client_credentials")));
        SERVER.verify(
                postRequestedFor(urlEqualTo("/v1/private/reviews/r7/reply"))
                        .withHeader("authorization", equalTo("Bearer t0ken"))
                        .withRequestBody(
                                equalToJson(
                                        "{\"authorBusinessUserId\":\"u1\",\"message\":\"Sorry.\"}")));
    }

    @ParameterizedTest
    @CsvSource({
        "400, Denied, text",
        "403, Unauthorised, admin",
        "404, Gone, gone",
        "422, Denied, text"
    })
    void aReplyThatIsNotTakenSaysWhy(int status, String kind, String words) {
        answers(request ->
                isPosting(request)
                        ? json(Map.of("message", "no")).withStatus(status)
                        : answerToReply(request));

        assertThat(reply())
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused -> {
                            assertThat(refused.refusal().getClass().getSimpleName())
                                    .isEqualTo(kind);
                            assertThat(refused.refusal().detail()).contains(words);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "user"})
    void withoutASecretAndAPersonNothingIsPosted(String missing) {
        Map<String, String> some = new HashMap<>(replySettings(address()).values());
        some.remove(missing);
        TrustpilotConnector connector = new TrustpilotConnector(outbound, clock);
        Settings settings = new Settings(some);

        assertThat(connector.canReply(settings)).isFalse();
        assertThat(connector.reply(settings, new OutgoingReply("k", answered(), "Sorry.")))
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused ->
                                assertThat(((Refusal.Misconfigured) refused.refusal()).field())
                                        .isEqualTo(missing));
        SERVER.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void whatTrustpilotDoesNotKnowIsNamed() {
        says(missing());
        assertThat(((Refusal.Misconfigured) refusal()).field()).isEqualTo("unit");
        assertThat(
                        new TrustpilotConnector(outbound, clock)
                                .recheck(settings(address()), List.of(answered())))
                .isInstanceOf(Look.Refused.class);

        says(json(Map.of("fault", "Invalid ApiKey")).withStatus(401));
        assertThat(refusal().detail()).contains("API key").doesNotContain("k3y");
    }

    @Test
    void aReviewWithoutIdOrTimeIsRejectedAndTheOthersCome() {
        Map<String, Object> timeless = review("r1", "late", ago(9));
        timeless.put("createdAt", "yesterday");
        List<Map<String, Object>> all = new ArrayList<>(List.of(timeless));
        all.add(review("", "late", ago(9)));
        all.add(null);
        all.add(review("r3", "", ago(8)));
        says(reviews(all));

        Pull.Page page = page(Checkpoint.NONE);

        assertThat(ids(List.of(page))).containsExactly("r3");
        assertThat(page.rejected())
                .extracting(Pull.Rejected::where)
                .containsExactly("review r1", "a review");
    }

    private Sent reply() {
        return new TrustpilotConnector(outbound, clock)
                .reply(replySettings(address()), new OutgoingReply("k", answered(), "Sorry."));
    }

    private static Instant ago(long seconds) {
        return START.minusSeconds(seconds);
    }

    private static Map<String, Object> review(String id, String text, Instant at) {
        Map<String, Object> review = new HashMap<>();
        review.put("id", id);
        review.put("stars", 1);
        review.put("title", "Late");
        review.put("text", text);
        review.put("language", "en");
        review.put("createdAt", at.toString());
        review.put("updatedAt", null);
        review.put("companyReply", null);
        review.put("status", "active");
        review.put("consumer", Map.of("id", "c1", "displayName", "Ann"));
        return review;
    }

    private static ResponseDefinitionBuilder reviews(List<Map<String, Object>> reviews) {
        return json(Map.of("links", List.of(), "reviews", reviews));
    }
}
