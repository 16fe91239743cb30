package firsthour.connectors.stackexchange;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import firsthour.connectors.Budget;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// The pretended server filters by time, both ends included, and gives a page of 100, oldest first,
/// as api.stackexchange.com/docs/advanced-search says.
class StackExchangeConnectorTest extends ConnectorContract
        implements RecheckingContract, FindingRepliesContract {
    private static final int PAGE = 100;

    private Search search = new Search(List.of("Acme"));

    @Override
    protected Connector connector(Outbound way) {
        return new StackExchangeConnector(way, clock);
    }

    @Override
    protected Settings settings(String address) {
        return new Settings(Map.of("site", "stackoverflow", "endpoint", address));
    }

    @Override
    protected Map<Settings, String> wrongSettings() {
        return Map.of(
                new Settings(Map.of("endpoint", address())), "site",
                new Settings(Map.of("site", "a site&x=1", "endpoint", address())), "site",
                new Settings(Map.of("site", "askubuntu", "endpoint", "not an address")),
                        "endpoint");
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
        return 450;
    }

    @Override
    protected Search search() {
        return search;
    }

    @Override
    protected ResponseDefinitionBuilder answer(Request request, List<Sample> posts) {
        long from = number(request, "fromdate");
        long to = number(request, "todate");
        List<Map<String, Object>> found =
                posts.stream()
                        .filter(sample -> sample.at().getEpochSecond() >= from)
                        .filter(sample -> sample.at().getEpochSecond() <= to)
                        .map(sample ->
                                question(
                                        sample.number(),
                                        "",
                                        "<p>" + escape(sample.text()) + "</p>",
                                        sample.at()))
                        .toList();
        return json(
                Map.of(
                        "items",
                        found.subList(0, Math.min(PAGE, found.size())),
                        "has_more",
                        found.size() > PAGE));
    }

    @Override
    public Settings recheckSettings(String address) {
        return settings(address);
    }

    @Override
    public ResponseDefinitionBuilder answerToRecheck(Request request, List<Sample> held) {
        String path = request.getUrl().replaceAll("\\?.*", "");
        assertThat(path).startsWith("/2.3/questions/");
        List<String> asked = List.of(path.substring("/2.3/questions/".length()).split(";", -1));
        return list(
                held.stream()
                        .filter(sample -> asked.contains(idOf(sample)))
                        .map(sample -> question(sample.number(), "", sample.text(), sample.at()))
                        .toList());
    }

    @Override
    public Settings repliesSettings(String address) {
        return settings(address);
    }

    @Override
    public PostRef answered() {
        return new PostRef("7", Optional.empty(), Optional.of("22"));
    }

    @Override
    public ResponseDefinitionBuilder answerToReplies(Request request, List<Sample> replies) {
        if (request.getUrl().startsWith("/2.3/questions/7?")) {
            Map<String, Object> question = question(7, "Acme", "late", START);
            question.put("answer_count", replies.size());
            return list(List.of(question));
        }
        assertThat(request.getUrl()).startsWith("/2.3/questions/7/answers?");
        return list(replies.stream().map(StackExchangeConnectorTest::answer).toList());
    }

    @Override
    public ResponseDefinitionBuilder answerWhenGone(Request request) {
        return list(List.of());
    }

    @Test
    void anAnswerBecomesAPost() {
        answers(request ->
                answerToReplies(
                        request, List.of(new Sample(9, "We are sorry.", START.plusSeconds(5)))));

        Look.Seen seen = (Look.Seen) connector().replies(repliesSettings(address()), answered());

        assertThat(seen.posts())
                .containsExactly(
                        new Post(
                                "9",
                                Optional.of(URI.create("https://stackoverflow.com/a/9")),
                                Optional.empty(),
                                "We are sorry.",
                                Optional.of(
                                        new Post.Author(
                                                "22",
                                                Optional.of("Kim & Lee"),
                                                Optional.of(
                                                        URI.create(
                                                                "https://stackoverflow.com/users/22")),
                                                OptionalLong.empty())),
                                Optional.empty(),
                                OptionalInt.empty(),
                                Optional.of("7"),
                                START,
                                Optional.empty()));
    }

    @Test
    void aQuestionWithoutAnswersCostsOneRequest() {
        answers(request -> answerToReplies(request, List.of()));

        assertThat(connector().replies(repliesSettings(address()), answered()))
                .isInstanceOf(Look.Seen.class);
        SERVER.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void aPauseBetweenAQuestionAndItsAnswersIsObeyed() {
        says(
                json(
                        Map.of(
                                "items",
                                List.of(question(7, "Acme", "late", START)),
                                "has_more",
                                false,
                                "backoff",
                                30)));

        assertThat(connector().replies(repliesSettings(address()), answered()))
                .isInstanceOfSatisfying(
                        Look.Refused.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isInstanceOfSatisfying(
                                                Refusal.RateLimited.class,
                                                limited ->
                                                        assertThat(limited.until())
                                                                .contains(START.plusSeconds(30))));
        SERVER.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void aPauseAfterALookLeavesNothingForAsLong() {
        says(json(Map.of("items", List.of(), "has_more", false, "backoff", 12)));

        assertThat(connector().recheck(settings(address()), List.of(answered())).budget())
                .isEqualTo(new Budget(OptionalLong.of(0), Optional.of(START.plusSeconds(12))));
    }

    @Test
    void aListThatGoesOnOrHasANamelessQuestionSaysOfNoneThatItIsGone() {
        Map<String, Object> nameless = question(7, "Acme", "late", START);
        nameless.remove("question_id");
        for (Map<String, Object> unsure :
                List.<Map<String, Object>>of(
                        Map.of("items", List.of(nameless), "has_more", false),
                        Map.of("items", List.of(), "has_more", true))) {
            says(json(unsure));

            assertThat(connector().recheck(settings(address()), List.of(answered())))
                    .isInstanceOfSatisfying(
                            Look.Seen.class, seen -> assertThat(seen.gone()).isEmpty());
        }
    }

    @Test
    void whoeverAsksTooOftenIsToldForHowLong() {
        says(
                json(Map.of(
                                "error_id",
                                502,
                                "error_name",
                                "throttle_violation",
                                "error_message",
                                "too many requests from this IP, more requests available in"
                                        + " 600 seconds"))
                        .withStatus(400));

        assertThat(refusal())
                .isInstanceOfSatisfying(
                        Refusal.RateLimited.class,
                        limited -> assertThat(limited.until()).contains(START.plusSeconds(600)));
    }

    @Test
    void aQuestionBecomesAPost() {
        Map<String, Object> question =
                question(
                        7,
                        "Why is Acme&#39;s API &lt;slow&gt;?",
                        "<p>Since <em>Monday</em>.</p>\n<pre><code>GET /\n</code></pre>",
                        START.minusSeconds(60));
        question.put("last_edit_date", START.minusSeconds(20).getEpochSecond());
        says(json(Map.of("items", List.of(question), "has_more", false)));

        assertThat(page(Checkpoint.NONE).posts())
                .containsExactly(
                        new Post(
                                        "7",
                                        Optional.of(URI.create("https://stackoverflow.com/q/7")),
                                        Optional.of("Why is Acme's API <slow>?"),
                                        "Since Monday.\n\nGET /",
                                        Optional.of(
                                                new Post.Author(
                                                        "22",
                                                        Optional.of("Kim & Lee"),
                                                        Optional.of(
                                                                URI.create(
                                                                        "https://stackoverflow.com/users/22")),
                                                        OptionalLong.empty())),
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        Optional.empty(),
                                        START.minusSeconds(60),
                                        Optional.of(START.minusSeconds(20)))
                                .writtenAs((String) question.get("body")));
    }

    @Test
    void aQuestionOfADeletedAccountHasNoAuthor() {
        Map<String, Object> question = question(7, "Acme", "", START.minusSeconds(60));
        question.put("owner", Map.of("user_type", "does_not_exist", "display_name", "user9"));
        says(json(Map.of("items", List.of(question), "has_more", false)));

        assertThat(page(Checkpoint.NONE).posts().getFirst().author()).isEmpty();
    }

    @Test
    void aPauseThatIsAskedForLeavesNothingForAsLong() {
        says(
                json(
                        Map.of(
                                "items",
                                List.of(),
                                "has_more",
                                false,
                                "backoff",
                                12,
                                "quota_remaining",
                                200)));

        assertThat(pull(Checkpoint.NONE).budget())
                .isEqualTo(new Budget(OptionalLong.of(0), Optional.of(START.plusSeconds(12))));
    }

    @Test
    void aPauseInTheMiddleOfASliceEndsThePull() {
        says(
                json(
                        Map.of(
                                "items",
                                List.of(question(1, "Acme", "", START.minusSeconds(60))),
                                "has_more",
                                true,
                                "backoff",
                                30)));

        assertThat(refusal())
                .isInstanceOfSatisfying(
                        Refusal.RateLimited.class,
                        limited -> assertThat(limited.until()).contains(START.plusSeconds(30)));
        SERVER.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void eachPullAsksOnceAndAPostOfTwoPhrasesComesOnce() {
        search = new Search(List.of("Acme", "late again", "nobody says this"));
        holds(Sample.some(3, 1, START.minus(Duration.ofDays(2)), 60));

        List<Pull.Page> pages = drain(Checkpoint.NONE);

        assertThat(ids(pages)).containsExactly("1", "2", "3");
        assertThat(pages).hasSize(3);
        SERVER.verify(3, getRequestedFor(anyUrl()));
        later(Duration.ofMinutes(20));
        assertThat(ids(drain(pages.getLast().next()))).isEmpty();
    }

    @Test
    void whatIsLeftOfTheDayIsTold() {
        says(json(Map.of("items", List.of(), "has_more", false, "quota_remaining", 287)));

        assertThat(pull(Checkpoint.NONE).budget())
                .isEqualTo(
                        new Budget(
                                OptionalLong.of(287),
                                Optional.of(Instant.parse("2026-11-10T00:00:00Z"))));
    }

    @Test
    void aQuestionWithoutIdOrTimeIsRejectedAndTheOthersCome() {
        Map<String, Object> nameless = question(1, "Acme", "", START.minusSeconds(9));
        nameless.remove("question_id");
        says(
                json(
                        Map.of(
                                "items",
                                List.of(nameless, question(2, "Acme", "", START.minusSeconds(8))),
                                "has_more",
                                false)));

        Pull.Page page = page(Checkpoint.NONE);

        assertThat(ids(List.of(page))).containsExactly("2");
        assertThat(page.rejected()).hasSize(1);
    }

    private static Map<String, Object> question(long id, String title, String html, Instant at) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("question_id", id);
        question.put("link", "https://stackoverflow.com/q/" + id);
        question.put("title", title);
        question.put("body", html);
        question.put(
                "owner",
                Map.of(
                        "user_id",
                        22,
                        "display_name",
                        "Kim &amp; Lee",
                        "link",
                        "https://stackoverflow.com/users/22",
                        "reputation",
                        101));
        question.put("score", 1);
        question.put("creation_date", at.getEpochSecond());
        return question;
    }

    private static Map<String, Object> answer(Sample sample) {
        Map<String, Object> answer = question(7, "", escape(sample.text()), sample.at());
        answer.put("answer_id", sample.number());
        answer.remove("link");
        answer.remove("title");
        return answer;
    }

    private static ResponseDefinitionBuilder list(List<Map<String, Object>> items) {
        return json(Map.of("items", items, "has_more", false));
    }

    private StackExchangeConnector connector() {
        return new StackExchangeConnector(outbound, clock);
    }

    private static long number(Request request, String parameter) {
        return Long.parseLong(request.queryParameter(parameter).firstValue());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
