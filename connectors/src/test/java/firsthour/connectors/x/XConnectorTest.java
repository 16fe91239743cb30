package firsthour.connectors.x;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.ConnectorContract;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sample;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pretended search gives what is newer than `since_id`, the newest first, in pages of
/// `max_results`.
class XConnectorTest extends ConnectorContract {
    private Search search = new Search(List.of("Acme"));
    private String cap = "500";

    @Override
    protected Connector connector(Outbound way) {
        return new XConnector(way, clock);
    }

    @Override
    protected Settings settings(String address) {
        return new Settings(Map.of("token", "s3cret", "cap", cap, "endpoint", address));
    }

    @Override
    protected Map<Settings, String> wrongSettings() {
        return Map.of(
                new Settings(Map.of("cap", "5")), "token",
                new Settings(Map.of("cap", "5", "token", "a\r\nb: c")), "token",
                new Settings(Map.of("token", "t")), "cap",
                new Settings(Map.of("token", "t", "cap", "five")), "cap",
                new Settings(Map.of("token", "t", "cap", "0.14")), "cap",
                new Settings(Map.of("token", "t", "cap", "5", "endpoint", "none")), "endpoint");
    }

    @Override
    protected String idOf(Sample sample) {
        return XJson.id(sample.at(), sample.number());
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

    /// X remembers where a page ended, and the pretended one counts: what it shows again is paid
    /// for and would be dear to remember.
    @Override
    protected boolean mayRepeatWhatShifts() {
        return true;
    }

    @Override
    protected Search search() {
        return search;
    }

    @Override
    protected ResponseDefinitionBuilder answer(Request request, List<Sample> posts) {
        long since = parameter(request, "since_id").map(Long::valueOf).orElse(0L);
        int from = parameter(request, "next_token").map(Integer::valueOf).orElse(0);
        int most = parameter(request, "max_results").map(Integer::valueOf).orElse(10);
        List<Sample> newer =
                posts.reversed().stream()
                        .filter(sample -> Long.parseLong(idOf(sample)) > since)
                        .toList();
        int to = Math.min(newer.size(), from + most);
        return json(
                XJson.found(
                        newer.subList(from, to).stream()
                                .map(sample ->
                                        XJson.post(
                                                idOf(sample), escape(sample.text()), sample.at()))
                                .toList(),
                        to < newer.size() ? String.valueOf(to) : null));
    }

    @Test
    void aLongAnswerBecomesAPostWithItsLinksWrittenOut() {
        Map<String, Object> post = XJson.post("7", "Never again &amp; again…", ago(60));
        post.put(
                "note_tweet",
                Map.of(
                        "text",
                        "Never again &amp; again, Acme &lt;3 https://t.co/abc",
                        "entities",
                        Map.of(
                                "urls",
                                List.of(
                                        Map.of(
                                                "url", "https://t.co/abc",
                                                "expanded_url",
                                                        "https://acme.example/?a=1&b=2")))));
        post.put("lang", "iw");
        post.put("public_metrics", Map.of("retweet_count", 31));
        post.put(
                "referenced_tweets",
                List.of(
                        Map.of("type", "quoted", "id", "4"),
                        Map.of("type", "replied_to", "id", "5")));
        says(json(XJson.found(List.of(post), null)));

        assertThat(page(Checkpoint.NONE).posts())
                .containsExactly(
                        new Post(
                                        "7",
                                        Optional.of(URI.create("https://x.com/ann/status/7")),
                                        Optional.empty(),
                                        "Never again & again, Acme <3 https://acme.example/?a=1&b=2",
                                        Optional.of(
                                                new Post.Author(
                                                        "ann",
                                                        Optional.of("Ann"),
                                                        Optional.of(
                                                                URI.create("https://x.com/ann")),
                                                        OptionalLong.of(12))),
                                        Optional.of("he"),
                                        OptionalInt.empty(),
                                        Optional.of("5"),
                                        ago(60),
                                        Optional.empty())
                                .reposted(31L));
    }

    @Test
    void anEditIsThePostThatItChanged() {
        String original = XJson.id(ago(600), 1);
        Map<String, Object> edit = XJson.post(XJson.id(ago(60), 2), "Acme, mended", ago(60));
        edit.put("edit_history_tweet_ids", List.of(original, XJson.id(ago(60), 2)));
        edit.put("author_id", "nobody");
        edit.put("lang", "qme");
        says(json(XJson.found(List.of(edit), null)));

        assertThat(page(Checkpoint.NONE).posts())
                .singleElement()
                .satisfies(post -> {
                    assertThat(post.externalId()).isEqualTo(original);
                    assertThat(post.url())
                            .contains(
                                    URI.create(
                                            "https://x.com/i/web/status/" + XJson.id(ago(60), 2)));
                    assertThat(post.publishedAt()).isEqualTo(ago(600));
                    assertThat(post.editedAt()).contains(ago(60));
                    assertThat(post.author()).isEmpty();
                    assertThat(post.language()).isEmpty();
                });
    }

    @Test
    void theNewestIdOfTheFirstPageIsAskedForOnlyAfterTheLastPage() {
        List<Sample> posts = Sample.some(150, 1, ago(20_000), 100);
        holds(posts);
        Pull.Page first = page(Checkpoint.NONE);
        drain(first.next());
        SERVER.verify(2, getRequestedFor(anyUrl()).withQueryParam("since_id", absent()));

        page(last(first.next()));

        SERVER.verify(
                1,
                getRequestedFor(anyUrl())
                        .withQueryParam("since_id", equalTo(idOf(posts.getLast())))
                        .withQueryParam("query", equalTo("\"Acme\" -is:retweet"))
                        .withHeader("authorization", equalTo("Bearer s3cret")));
    }

    @Test
    void whatXNoLongerKnowsIsNotAskedFor() {
        holds(Sample.some(150, 1, ago(20_000), 100));
        Checkpoint broken = page(Checkpoint.NONE).next();
        Checkpoint whole = last(broken);

        later(Duration.ofDays(8));
        page(whole);
        page(broken);

        SERVER.verify(0, getRequestedFor(anyUrl()).withQueryParam("since_id", equalTo("")));
        assertThat(SERVER.findAll(getRequestedFor(anyUrl())).reversed().subList(0, 2))
                .noneMatch(request -> request.getUrl().contains("since_id"))
                .noneMatch(request -> request.getUrl().contains("next_token"));
    }

    @Test
    void eachQueryHasItsOwnNewestId() {
        search = new Search(List.of("Acme " + "a".repeat(300), "Acme " + "b".repeat(300)));
        answers(request ->
                json(
                        XJson.found(
                                List.of(
                                        request.getUrl().contains("aaa")
                                                ? XJson.post(XJson.id(ago(9), 1), "a", ago(9))
                                                : XJson.post(XJson.id(ago(5), 2), "b", ago(5))),
                                null)));

        List<Pull.Page> pages = drain(Checkpoint.NONE);
        drain(pages.getLast().next());

        assertThat(ids(pages)).containsExactly(XJson.id(ago(9), 1), XJson.id(ago(5), 2));
        assertThat(SERVER.findAll(getRequestedFor(anyUrl())).subList(2, 4))
                .allMatch(request ->
                        request.getUrl()
                                .contains(
                                        "since_id="
                                                + (request.getUrl().contains("aaa")
                                                        ? XJson.id(ago(9), 1)
                                                        : XJson.id(ago(5), 2))));
    }

    @Test
    void noMoreIsSpentThanTheLimitAndTheNextMonthGoesOn() {
        cap = "0.50";
        holds(Sample.some(200, 1, ago(20_000), 50));
        Pull.Page first = page(Checkpoint.NONE);
        // 33 posts by one author: 0.175 of 0.50 are spent, and 21 more may come.
        assertThat(first.posts()).hasSize(33);
        Pull.Page second = page(first.next());
        assertThat(second.posts()).hasSize(21);

        Pull.Page third = page(second.next());
        assertThat(third.posts()).hasSize(14);
        assertThat(pull(third.next()))
                .isInstanceOfSatisfying(
                        Pull.Refused.class,
                        refused -> {
                            Refusal.QuotaExhausted why = (Refusal.QuotaExhausted) refused.refusal();
                            assertThat(why.until())
                                    .isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
                            assertThat(why.detail())
                                    .contains("0.50 US dollars")
                                    .contains("0.37 US dollars")
                                    .contains("2026-12-01");
                        });

        later(Duration.ofDays(22));
        assertThat(page(third.next()).posts()).hasSize(33);
    }

    @ParameterizedTest
    @CsvSource({
        "400, https://api.x.com/2/problems/invalid-request, Denied, phrases",
        "401, about:blank, Unauthorised, token",
        "402, https://api.x.com/2/problems/credits, QuotaExhausted, credits",
        "429, https://api.x.com/2/problems/usage-capped, QuotaExhausted, limit",
        "403, https://api.twitter.com/2/problems/usage-capped, QuotaExhausted, limit",
        "403, https://api.x.com/2/problems/client-forbidden, Unauthorised, allow",
        "429, about:blank, RateLimited, too many"
    })
    void problemsSayWhatToDo(int status, String type, String kind, String words) {
        says(json(Map.of("title", "No", "type", type)).withStatus(status));

        assertThat(refusal().getClass().getSimpleName()).isEqualTo(kind);
        assertThat(refusal().detail()).contains(words).doesNotContain("s3cret");
    }

    @Test
    void withoutPhrasesNothingIsAskedFor() {
        search = new Search(List.of("…", "\""));

        assertThat(page(Checkpoint.NONE).posts()).isEmpty();
        SERVER.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void postsWithoutTheNewestIdMeanThatTheSourceChanged() {
        says(
                json(
                        Map.of(
                                "data", List.of(XJson.post("7", "Acme", ago(9))),
                                "meta", Map.of("result_count", 1))));

        assertThat(refusal()).isInstanceOf(Refusal.SourceChanged.class);
    }

    @Test
    void aPostWithoutIdOrTimeIsRejectedAndTheOthersComeOnce() {
        Map<String, Object> timeless = XJson.post("1", "Acme", ago(9));
        timeless.put("created_at", "yesterday");
        List<Map<String, Object>> posts = new ArrayList<>(List.of(timeless));
        posts.add(null);
        posts.add(XJson.post("", "Acme", ago(8)));
        posts.add(XJson.post("2", "Acme", ago(8)));
        posts.add(XJson.post("2", "Acme", ago(8)));
        says(json(XJson.found(posts, null)));

        Pull.Page page = page(Checkpoint.NONE);

        assertThat(ids(List.of(page))).containsExactly("2");
        assertThat(page.rejected())
                .extracting(Pull.Rejected::where)
                .containsExactly("post 1", "a post");
    }

    @Test
    void aGlanceAsksForTheFewestPostsWhateverMayBeSpent() {
        says(json(XJson.found(List.of(XJson.post("7", "Acme", ago(9))), "more")));

        Pull seen = new XConnector(outbound, clock).glance(settings(address()), search());

        assertThat(seen)
                .isInstanceOfSatisfying(
                        Pull.Page.class, page -> assertThat(page.posts()).hasSize(1));
        SERVER.verify(getRequestedFor(anyUrl()).withQueryParam("max_results", equalTo("10")));
        assertThat(new XConnector(outbound, clock).costOfAGlance()).isEqualTo("0.15 US dollars");
    }

    @Test
    void withoutALimitOfMoneyNothingIsSeen() {
        Pull seen =
                new XConnector(outbound, clock)
                        .glance(new Settings(Map.of("token", "t", "cap", "0.01")), search());

        assertThat(seen)
                .isInstanceOfSatisfying(
                        Pull.Refused.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isInstanceOf(Refusal.Misconfigured.class));
    }

    private Checkpoint last(Checkpoint from) {
        return drain(from).getLast().next();
    }

    private static Instant ago(long seconds) {
        return START.minusSeconds(seconds);
    }

    private static Optional<String> parameter(Request request, String name) {
        return request.queryParameter(name).isPresent()
                ? Optional.of(request.queryParameter(name).firstValue())
                : Optional.empty();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
