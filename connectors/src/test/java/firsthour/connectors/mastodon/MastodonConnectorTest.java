package firsthour.connectors.mastodon;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
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
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.RecheckingContract;
import firsthour.connectors.Refusal;
import firsthour.connectors.ReplyingContract;
import firsthour.connectors.Sample;
import firsthour.connectors.Search;
import firsthour.connectors.Sent;
import firsthour.connectors.Settings;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// The pretended instance gives the 40 posts that follow `min_id`, the newest first, as
/// docs.joinmastodon.org/api/guidelines#pagination says.
class MastodonConnectorTest extends ConnectorContract
        implements RecheckingContract, FindingRepliesContract, ReplyingContract {
    private static final int PAGE = 40;

    private Search search = new Search(List.of("Acme"));

    @Override
    protected Connector connector(Outbound way) {
        return new MastodonConnector(way, clock);
    }

    @Override
    protected Settings settings(String address) {
        return new Settings(Map.of("instance", address));
    }

    @Override
    protected Map<Settings, String> wrongSettings() {
        return Map.of(
                new Settings(Map.of()), "instance",
                new Settings(Map.of("instance", "mastodon dot social")), "instance");
    }

    @Override
    protected String idOf(Sample sample) {
        return String.valueOf((sample.at().toEpochMilli() << 16) + sample.number());
    }

    @Override
    protected boolean knowsUnchanged() {
        return false;
    }

    @Override
    protected int many() {
        return 300;
    }

    @Override
    protected Search search() {
        return search;
    }

    @Override
    protected ResponseDefinitionBuilder answer(Request request, List<Sample> posts) {
        long after = number(request, "min_id");
        long before = number(request, "max_id");
        var found =
                posts.stream()
                        .filter(sample -> Long.parseLong(idOf(sample)) > after)
                        .filter(sample -> Long.parseLong(idOf(sample)) < before)
                        .limit(PAGE)
                        .map(sample -> status(idOf(sample), sample.text(), sample.at()))
                        .toList();
        return json(found.reversed());
    }

    @Override
    public Settings recheckSettings(String address) {
        return settings(address);
    }

    @Override
    public ResponseDefinitionBuilder answerToRecheck(Request request, List<Sample> held) {
        List<String> asked = request.queryParameter("id[]").values();
        return json(
                held.stream()
                        .filter(sample -> asked.contains(idOf(sample)))
                        .map(sample -> status(idOf(sample), sample.text(), sample.at()))
                        .toList());
    }

    @Override
    public Settings repliesSettings(String address) {
        return settings(address);
    }

    @Override
    public PostRef answered() {
        return new PostRef("7", Optional.empty(), Optional.of("ann@social.example"));
    }

    @Override
    public ResponseDefinitionBuilder answerToReplies(Request request, List<Sample> replies) {
        assertThat(request.getUrl()).isEqualTo("/api/v1/statuses/7/context");
        List<Map<String, Object>> descendants = new ArrayList<>();
        for (Sample sample : replies) {
            Map<String, Object> status = status(idOf(sample), sample.text(), sample.at());
            status.put("in_reply_to_id", "7");
            descendants.add(status);
        }
        return json(Map.of("ancestors", List.of(), "descendants", descendants));
    }

    @Override
    public ResponseDefinitionBuilder answerWhenGone(Request request) {
        return json(Map.of("error", "Record not found")).withStatus(404);
    }

    @Override
    public Settings replySettings(String address) {
        return new Settings(Map.of("instance", address, "token", "secret-1"));
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
        assertThat(request.getUrl()).isEqualTo("/api/v1/statuses");
        assertThat(request.getHeader("authorization")).isEqualTo("Bearer secret-1");
        assertThat(request.getHeader("idempotency-key")).isEqualTo("key-1");
        return json(status("8", "", START));
    }

    @Override
    public String idOfReply() {
        return "8";
    }

    @Test
    void aReplyNamesTheAuthorOnceAndStandsBelowThePost() {
        says(json(status("8", "", START)));
        MastodonConnector connector = new MastodonConnector(outbound, clock);

        connector.reply(
                replySettings(address()), new OutgoingReply("k", answered(), "We are sorry."));
        connector.reply(
                replySettings(address()),
                new OutgoingReply("k", answered(), "@Ann@social.example We are sorry."));

        SERVER.verify(
                postRequestedFor(anyUrl())
                        .withRequestBody(matchingJsonPath("$.in_reply_to_id", equalTo("7")))
                        .withRequestBody(
                                matchingJsonPath(
                                        "$.status", equalTo("@ann@social.example We are sorry."))));
        SERVER.verify(
                postRequestedFor(anyUrl())
                        .withRequestBody(
                                matchingJsonPath(
                                        "$.status", equalTo("@Ann@social.example We are sorry."))));
    }

    @Test
    void aTextThatTheInstanceDoesNotTakeIsDenied() {
        says(json(Map.of("error", "Validation failed")).withStatus(422));

        assertThat(
                        new MastodonConnector(outbound, clock)
                                .reply(
                                        replySettings(address()),
                                        new OutgoingReply("k", answered(), "x".repeat(600))))
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused ->
                                assertThat(refused.refusal()).isInstanceOf(Refusal.Denied.class));
    }

    @Test
    void aStatusBecomesAPost() {
        Map<String, Object> status = status("7", "", START.minusSeconds(60));
        status.put("content", "<p>My parcel is <b>late</b> again.</p><p>#Acme &amp; co</p>");
        status.put("spoiler_text", "Rant");
        status.put("in_reply_to_id", "5");
        status.put("reblogs_count", 31);
        status.put("edited_at", START.minusSeconds(20).toString());
        says(json(List.of(status)));

        assertThat(page(Checkpoint.NONE).posts())
                .containsExactly(
                        new Post(
                                        "7",
                                        Optional.of(URI.create("https://social.example/@ann/7")),
                                        Optional.of("Rant"),
                                        "My parcel is late again.\n\n#Acme & co",
                                        Optional.of(
                                                new Post.Author(
                                                        "ann@127.0.0.1",
                                                        Optional.of("Ann"),
                                                        Optional.of(
                                                                URI.create(
                                                                        "https://social.example/@ann")),
                                                        OptionalLong.of(12))),
                                        Optional.of("en"),
                                        OptionalInt.empty(),
                                        Optional.of("5"),
                                        START.minusSeconds(60),
                                        Optional.of(START.minusSeconds(20)))
                                .reposted(31L)
                                .writtenAs(status.get("content").toString()));
    }

    @Test
    void withoutATokenThePhraseIsAskedForAsAHashtag() {
        search = new Search(List.of("Acme Air-Lines", "\"…\""));
        Map<String, Object> tagged = status("7", "never again", START.minusSeconds(60));
        tagged.put("tags", List.of(Map.of("name", "acmeairlines")));
        Map<String, Object> other = status("8", "something else", START.minusSeconds(50));
        says(json(List.of(other, tagged)));

        assertThat(ids(drain(Checkpoint.NONE))).containsExactly("7");
        SERVER.verify(1, getRequestedFor(urlPathEqualTo("/api/v1/timelines/tag/acmeairlines")));
        SERVER.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void withATokenTheWordsAreSearchedFor() {
        says(json(Map.of("statuses", List.of(status("7", "Acme again", START.minusSeconds(9))))));
        Settings settings = new Settings(Map.of("instance", address(), "token", "secret"));

        Pull pull = connector(outbound).pull(settings, search, Checkpoint.NONE);

        assertThat(ids(List.of((Pull.Page) pull))).containsExactly("7");
        SERVER.verify(
                getRequestedFor(urlPathEqualTo("/api/v2/search"))
                        .withQueryParam("q", equalTo("\"Acme\""))
                        .withQueryParam("type", equalTo("statuses"))
                        .withHeader("authorization", equalTo("Bearer secret")));
    }

    @Test
    void anAuthorWhoWantsNoProgramsIsLeftAlone() {
        Map<String, Object> status = status("7", "Acme", START.minusSeconds(60));
        status.put(
                "account",
                Map.of("acct", "ann", "note", "<p>cats, <a>#<span>NoBot</span></a></p>"));
        says(json(List.of(status)));

        Pull.Page page = page(Checkpoint.NONE);

        assertThat(page.posts()).isEmpty();
        assertThat(page.rejected()).singleElement().matches(r -> r.reason().contains("#nobot"));
    }

    @Test
    void anAccountOfAnotherInstanceKeepsItsName() {
        Map<String, Object> status = status("7", "Acme", START.minusSeconds(60));
        status.put("account", Map.of("acct", "bo@far.example"));
        says(json(List.of(status)));

        assertThat(page(Checkpoint.NONE).posts().getFirst().author())
                .hasValueSatisfying(bo -> assertThat(bo.handle()).isEqualTo("bo@far.example"));
    }

    @Test
    void whatIsLeftIsTold() {
        says(
                json(List.of())
                        .withHeader("X-RateLimit-Remaining", "299")
                        .withHeader("X-RateLimit-Reset", "2026-11-09T10:05:00.000Z"));

        assertThat(pull(Checkpoint.NONE).budget())
                .isEqualTo(
                        new Budget(
                                OptionalLong.of(299),
                                Optional.of(Instant.parse("2026-11-09T10:05:00Z"))));
    }

    @Test
    void aStatusWithoutIdOrTimeIsRejectedAndTheOthersCome() {
        Map<String, Object> nameless = status("1", "Acme", START.minusSeconds(9));
        nameless.put("created_at", "yesterday");
        says(json(List.of(nameless, status("2", "Acme", START.minusSeconds(8)))));

        Pull.Page page = page(Checkpoint.NONE);

        assertThat(ids(List.of(page))).containsExactly("2");
        assertThat(page.rejected()).hasSize(1);
    }

    private static Map<String, Object> status(String id, String text, Instant at) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("id", id);
        status.put("uri", "https://social.example/users/ann/statuses/" + id);
        status.put("url", "https://social.example/@ann/" + id);
        status.put("content", "<p>" + escape(text) + "</p>");
        status.put("spoiler_text", "");
        status.put("language", "en");
        status.put("created_at", at.toString());
        status.put("edited_at", null);
        status.put("in_reply_to_id", null);
        status.put("reblogs_count", 3);
        status.put("tags", new ArrayList<>());
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("acct", "ann");
        account.put("display_name", "Ann");
        account.put("url", "https://social.example/@ann");
        account.put("note", "<p>cats</p>");
        account.put("followers_count", 12);
        account.put("bot", false);
        status.put("account", account);
        return status;
    }

    private static long number(Request request, String parameter) {
        return Long.parseLong(request.queryParameter(parameter).firstValue());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
