package firsthour.connectors.hackernews;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.ConnectorContract;
import firsthour.connectors.FindingRepliesContract;
import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.RecheckingContract;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sample;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The pretended server filters by time and gives no more than it is asked for, newest first, as
/// the documentation of hn.algolia.com/api says of `search_by_date`.
class HackerNewsConnectorTest extends ConnectorContract
        implements RecheckingContract, FindingRepliesContract {
    private static final Pattern WINDOW =
            Pattern.compile("created_at_i>=(\\d+),created_at_i<(\\d+)");

    private static final ResponseDefinitionBuilder NOT_FOUND =
            json(Map.of("status", 404, "error", "Not Found")).withStatus(404);

    private Search search = new Search(List.of("Acme"));

    @Override
    protected Connector connector(Outbound way) {
        return new HackerNewsConnector(way, clock);
    }

    @Override
    protected Settings settings(String address) {
        return new Settings(Map.of("endpoint", address));
    }

    @Override
    protected Map<Settings, String> wrongSettings() {
        return Map.of(
                new Settings(Map.of("endpoint", "not an address")), "endpoint",
                new Settings(Map.of("endpoint", "file:///etc/passwd")), "endpoint");
    }

    @Override
    protected String idOf(Sample sample) {
        return String.valueOf(sample.number());
    }

    @Override
    protected boolean knowsUnchanged() {
        return false;
    }

    @Override
    protected int many() {
        return 1_300;
    }

    @Override
    protected Search search() {
        return search;
    }

    @Override
    protected ResponseDefinitionBuilder answer(Request request, List<Sample> posts) {
        return hits(
                request,
                posts.stream()
                        .map(sample ->
                                comment(
                                        sample.number(),
                                        "<p>" + escape(sample.text()),
                                        sample.at()))
                        .toList());
    }

    @Override
    public Settings recheckSettings(String address) {
        return settings(address);
    }

    @Override
    public ResponseDefinitionBuilder answerToRecheck(Request request, List<Sample> held) {
        if (request.getUrl().startsWith("/api/v1/search_by_date")) {
            return hits(null, List.of());
        }
        return held.stream()
                .filter(sample -> request.getUrl().equals("/api/v1/items/" + idOf(sample)))
                .findFirst()
                .map(sample -> json(item(sample, 0, List.of())))
                .orElse(NOT_FOUND);
    }

    @Override
    public Settings repliesSettings(String address) {
        return settings(address);
    }

    @Override
    public PostRef answered() {
        return new PostRef("7", Optional.empty(), Optional.of("pg"));
    }

    @Override
    public ResponseDefinitionBuilder answerToReplies(Request request, List<Sample> replies) {
        assertThat(request.getUrl()).isEqualTo("/api/v1/items/7");
        return json(
                item(
                        new Sample(7, "Acme", START),
                        0,
                        replies.stream().map(sample -> item(sample, 7, List.of())).toList()));
    }

    @Override
    public ResponseDefinitionBuilder answerWhenGone(Request request) {
        return answerToRecheck(request, List.of());
    }

    @Test
    void whatStandsBelowComesFromEveryDepth() {
        Map<String, Object> deep = item(new Sample(10, "It leaves today.", START), 9, List.of());
        Map<String, Object> deleted = new LinkedHashMap<>();
        deleted.put("id", 9);
        deleted.put("children", List.of(deep));
        Map<String, Object> direct =
                item(new Sample(8, "me too", START.minusSeconds(5)), 7, List.of(deleted));
        says(json(item(new Sample(7, "Acme", START.minusSeconds(9)), 0, List.of(direct))));

        Look.Seen seen = (Look.Seen) connector().replies(settings(address()), answered());

        assertThat(seen.gone()).isEmpty();
        assertThat(seen.posts()).extracting(Post::externalId).containsExactly("8", "10");
        assertThat(seen.posts())
                .extracting(Post::inReplyTo)
                .containsExactly(Optional.of("7"), Optional.of("9"));
    }

    @Test
    void anItemThatWasTakenDownIsGone() {
        answers(request ->
                request.getUrl().startsWith("/api/v1/items/")
                        ? json(Map.of("id", 7, "children", List.of()))
                        : hits(null, List.of()));

        assertThat(connector().recheck(settings(address()), List.of(answered())))
                .isInstanceOfSatisfying(
                        Look.Seen.class, seen -> assertThat(seen.gone()).containsExactly("7"));
    }

    @Test
    void whereNoSearchIsNothingIsGone() {
        says(NOT_FOUND);

        assertThat(connector().recheck(settings(address()), List.of(answered())))
                .isInstanceOfSatisfying(
                        Look.Refused.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isInstanceOf(Refusal.Misconfigured.class));
    }

    @Test
    void anItemThatIsLookedAtReadsAsItWasFound() {
        Sample sample = new Sample(42, "Acme is late", START.minusSeconds(60));
        serve(List.of(comment(42, "<p>Acme is late", sample.at())));
        Post found = page(Checkpoint.NONE).posts().getFirst();
        says(json(item(sample, 41, List.of())));

        assertThat(
                        connector()
                                .recheck(
                                        settings(address()),
                                        List.of(
                                                new PostRef(
                                                        "42", Optional.empty(), Optional.empty()))))
                .isInstanceOfSatisfying(
                        Look.Seen.class, seen -> assertThat(seen.posts()).containsExactly(found));
    }

    @Test
    void aCommentBecomesAPost() {
        String html =
                "Acme&#x27;s parcel is <i>late</i>.<p>See <a href=\"https:&#x2F;&#x2F;a.example\">"
                        + "here</a><p><pre><code>a\n  b</code></pre>";
        serve(List.of(comment(42, html, START.minusSeconds(60))));

        assertThat(page(Checkpoint.NONE).posts())
                .containsExactly(
                        new Post(
                                        "42",
                                        Optional.of(
                                                URI.create(
                                                        "https://news.ycombinator.com/item?id=42")),
                                        Optional.empty(),
                                        "Acme's parcel is late.\n\nSee here (https://a.example)\n\na\nb",
                                        Optional.of(
                                                new Post.Author(
                                                        "pg",
                                                        Optional.empty(),
                                                        Optional.of(
                                                                URI.create(
                                                                        "https://news.ycombinator.com/user?id=pg")),
                                                        OptionalLong.empty())),
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        Optional.of("41"),
                                        START.minusSeconds(60),
                                        Optional.empty())
                                .writtenAs(html));
    }

    @Test
    void aStoryWithoutTextIsItsTitleAndOneWithTextHasBoth() {
        serve(
                List.of(
                        story(1, "Acme raises prices", "", START.minusSeconds(60)),
                        story(
                                2,
                                "Ask HN: what now",
                                "Acme <b>closed</b>",
                                START.minusSeconds(50))));

        List<Post> posts = page(Checkpoint.NONE).posts();

        assertThat(posts)
                .extracting(Post::text)
                .containsExactly("Acme raises prices", "Acme closed");
        assertThat(posts)
                .extracting(Post::title)
                .containsExactly(Optional.empty(), Optional.of("Ask HN: what now"));
    }

    @Test
    void whatOnlyLooksLikeThePhraseIsLeftOut() {
        search = new Search(List.of("Acme Cloud"));
        serve(
                List.of(
                        comment(1, "acme-cloud is down", START.minusSeconds(60)),
                        comment(2, "Acme Clouds", START.minusSeconds(59)),
                        comment(3, "Cloud Acme", START.minusSeconds(58)),
                        comment(4, "(ACME  Cloud)", START.minusSeconds(57))));

        assertThat(ids(List.of(page(Checkpoint.NONE)))).containsExactly("1", "4");
    }

    @Test
    void aPhraseOfAScriptWithoutGapsIsFound() {
        search = new Search(List.of("東京"));
        serve(List.of(comment(1, "私は東京が好き", START.minusSeconds(60))));

        assertThat(ids(List.of(page(Checkpoint.NONE)))).containsExactly("1");
    }

    @Test
    void thePhraseIsQuotedAndTheFilterKnowsTimeAlone() {
        search = new Search(List.of("Acme \"Pro\""));
        page(Checkpoint.NONE);

        LoggedRequest asked = SERVER.findAll(getRequestedFor(anyUrl())).getFirst();
        assertThat(asked.queryParameter("query").firstValue()).isEqualTo("\"Acme  Pro \"");
        assertThat(asked.queryParameter("tags").firstValue()).isEqualTo("(story,comment)");
        assertThat(asked.queryParameter("numericFilters").firstValue()).matches(WINDOW);
    }

    @Test
    void aPostThatHoldsTwoPhrasesComesOnce() {
        search = new Search(List.of("Acme", "parcel"));
        serve(
                List.of(
                        comment(1, "Acme lost my parcel", START.minusSeconds(60)),
                        comment(2, "my parcel", START.minusSeconds(50))));

        assertThat(ids(drain(Checkpoint.NONE))).containsExactly("1", "2");
    }

    @Test
    void aPostThatTheIndexLearnsOfLateIsStillFound() {
        holds(Sample.some(1, 1, START.minusSeconds(30), 1));
        Checkpoint checkpoint = page(Checkpoint.NONE).next();
        later(Duration.ofMinutes(5));
        List<Sample> late = new ArrayList<>(Sample.some(1, 2, START.minusSeconds(300), 1));
        late.addAll(Sample.some(1, 1, START.minusSeconds(30), 1));
        holds(late);

        assertThat(ids(drain(checkpoint))).containsExactly("2");
    }

    @Test
    void moreThanAThousandInTenMinutesAreAllFound() {
        List<Sample> posts = Sample.some(1_200, 1, START.minusSeconds(1_200), 1);
        holds(posts);
        Checkpoint checkpoint = drain(Checkpoint.NONE).getLast().next();
        later(Duration.ofMinutes(1));
        List<Sample> more = new ArrayList<>(posts);
        more.addAll(Sample.some(3, 5_000, START.plusSeconds(1), 1));
        holds(more);

        assertThat(ids(drain(checkpoint))).containsExactly("5000", "5001", "5002");
    }

    @Test
    void anotherSearchStartsAnew() {
        holds(Sample.some(3, 1, START.minus(Duration.ofDays(2)), 1));
        Checkpoint checkpoint = drain(Checkpoint.NONE).getLast().next();

        search = new Search(List.of("late again"));

        assertThat(ids(drain(checkpoint))).hasSize(3);
    }

    @Test
    void nothingToSearchForAsksNothing() {
        search = Search.NOTHING;

        assertThat(pull(Checkpoint.NONE)).isInstanceOf(Pull.Page.class);
        SERVER.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void aHitWithoutIdOrTextIsRejectedAndTheOthersCome() {
        serve(
                List.of(
                        Map.of("comment_text", "Acme", "created_at_i", START.getEpochSecond() - 9),
                        Map.of("objectID", "x/../y", "created_at_i", START.getEpochSecond() - 8),
                        comment(3, "Acme", START.minusSeconds(7))));

        Pull.Page page = page(Checkpoint.NONE);

        assertThat(ids(List.of(page))).containsExactly("3");
        assertThat(page.rejected()).hasSize(2);
    }

    @Test
    void anEntryWithTheWrongKindOfFieldMeansThatTheSourceChanged() {
        says(
                aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"hits\":[{\"objectID\":{\"a\":1}}],\"nbHits\":1}"));

        assertThat(refusal().detail()).contains("another shape");
    }

    private void serve(List<Map<String, Object>> hits) {
        says(hits(null, hits));
    }

    private HackerNewsConnector connector() {
        return new HackerNewsConnector(outbound, clock);
    }

    /// A comment, or a story where nothing is above it.
    private static Map<String, Object> item(
            Sample sample, int parent, List<Map<String, Object>> children) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", sample.number());
        item.put("created_at", sample.at().toString());
        item.put("type", parent == 0 ? "story" : "comment");
        item.put("author", "pg");
        item.put("title", null);
        item.put("text", "<p>" + escape(sample.text()));
        item.put("points", 3);
        item.put("parent_id", parent == 0 ? null : parent);
        item.put("children", children);
        return item;
    }

    private static Map<String, Object> comment(long id, String html, Instant at) {
        Map<String, Object> hit = new LinkedHashMap<>();
        hit.put("objectID", String.valueOf(id));
        hit.put("author", "pg");
        hit.put("comment_text", html);
        hit.put("story_title", "Another matter");
        hit.put("parent_id", id - 1);
        hit.put("created_at_i", at.getEpochSecond());
        hit.put("_tags", List.of("comment"));
        return hit;
    }

    private static Map<String, Object> story(long id, String title, String html, Instant at) {
        Map<String, Object> hit = new LinkedHashMap<>();
        hit.put("objectID", String.valueOf(id));
        hit.put("title", title);
        hit.put("url", "https://a.example/");
        hit.put("author", "pg");
        hit.put("story_text", html.isEmpty() ? null : html);
        hit.put("points", 3);
        hit.put("created_at_i", at.getEpochSecond());
        return hit;
    }

    private static ResponseDefinitionBuilder hits(
            @Nullable Request request, List<Map<String, Object>> all) {
        List<Map<String, Object>> found =
                all.reversed().stream()
                        .filter(hit -> request == null || isIn(request, hit))
                        .toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("hits", found.subList(0, Math.min(found.size(), 1_000)));
        body.put("nbHits", found.size());
        body.put("page", 0);
        return json(body);
    }

    private static boolean isIn(Request request, Map<String, Object> hit) {
        Matcher window = WINDOW.matcher(request.queryParameter("numericFilters").firstValue());
        long at = ((Number) hit.getOrDefault("created_at_i", 0L)).longValue();
        return window.matches()
                && at >= Long.parseLong(window.group(1))
                && at < Long.parseLong(window.group(2));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
