package firsthour.connectors.github;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The pretended server filters by time, both ends included, and pages oldest first, as
/// docs.github.com/en/rest/search/search says.
class GitHubConnectorTest extends ConnectorContract {
    private static final Pattern RANGE = Pattern.compile("created:(\\S+Z)\\.\\.(\\S+Z)");
    private static final int MOST = 1_000;

    private Search search = new Search(List.of("Acme"));

    @Override
    protected Connector connector(Outbound way) {
        return new GitHubConnector(way, clock);
    }

    @Override
    protected Settings settings(String address) {
        return new Settings(Map.of("endpoint", address));
    }

    @Override
    protected Map<Settings, String> wrongSettings() {
        return Map.of(
                new Settings(Map.of("endpoint", "not an address")), "endpoint",
                new Settings(Map.of("token", "two\nlines", "endpoint", address())), "token");
    }

    @Override
    protected String idOf(Sample sample) {
        return "I_" + sample.number();
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
        return page(request, issues(posts));
    }

    @Test
    void anIssueBecomesAPost() {
        says(
                listed(
                        1,
                        List.of(
                                issue(
                                        7,
                                        "Acme login broken",
                                        "Since **2.1** the [login](https://a.example/x) fails:\n\n"
                                                + "- `500`\n- no mail\n\n<details>Acme says no</details>",
                                        START.minusSeconds(60)))));

        assertThat(page(Checkpoint.NONE).posts())
                .containsExactly(
                        new Post(
                                "I_7",
                                Optional.of(URI.create("https://github.com/acme/app/issues/7")),
                                Optional.of("Acme login broken"),
                                "Since 2.1 the login fails:\n\n500\nno mail\nAcme says no",
                                Optional.of(
                                        new Post.Author(
                                                "octo",
                                                Optional.empty(),
                                                Optional.of(URI.create("https://github.com/octo")),
                                                OptionalLong.empty())),
                                Optional.empty(),
                                OptionalInt.empty(),
                                Optional.empty(),
                                START.minusSeconds(60),
                                Optional.empty()));
    }

    @Test
    void anIssueWithoutTextIsItsTitleAndOneOfADeletedAccountHasNoAuthor() {
        Map<String, Object> issue = issue(7, "Acme fails", "", START.minusSeconds(60));
        issue.put("body", null);
        issue.put("user", null);
        says(listed(1, List.of(issue)));

        Post post = page(Checkpoint.NONE).posts().getFirst();
        assertThat(post.text()).isEqualTo("Acme fails");
        assertThat(post.title()).isEmpty();
        assertThat(post.author()).isEmpty();
    }

    @Test
    void thePhraseIsQuotedAndOnlyIssuesAreAskedFor() {
        search = new Search(List.of("Acme \"Pro\""));
        page(Checkpoint.NONE);

        LoggedRequest asked = SERVER.findAll(getRequestedFor(anyUrl())).getFirst();
        assertThat(asked.queryParameter("q").firstValue())
                .startsWith("\"Acme  Pro \" is:issue created:");
        assertThat(asked.queryParameter("order").firstValue()).isEqualTo("asc");
        assertThat(asked.containsHeader("authorization")).isFalse();
    }

    @Test
    void theTokenGoesIntoAHeader() {
        connector(outbound)
                .pull(
                        new Settings(Map.of("endpoint", address(), "token", "ghp_1")),
                        search,
                        Checkpoint.NONE);

        assertThat(SERVER.findAll(getRequestedFor(anyUrl())))
                .allSatisfy(asked ->
                        assertThat(asked.getHeader("authorization")).isEqualTo("Bearer ghp_1"));
    }

    @Test
    void anAnswerThatMayLackIssuesIsAskedForInSmallerParts() {
        List<Sample> posts = Sample.some(20, 1, START.minus(Duration.ofDays(3)), 3_600);
        answers(request -> {
            List<Map<String, Object>> found = inRange(request, issues(posts));
            return found.size() > 4 ? incomplete(found.subList(0, 2)) : listed(found.size(), found);
        });

        assertThat(ids(drain(Checkpoint.NONE))).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void aListThatChangesBetweenItsPagesIsReadAgain() {
        List<Map<String, Object>> all =
                issues(Sample.some(150, 1, START.minus(Duration.ofDays(2)), 60));
        answers(request ->
                request.queryParameter("page").firstValue().equals("1")
                        ? listed(150, all.subList(0, 100))
                        : listed(149, all.subList(101, 150)));
        assertThat(refusal()).isInstanceOf(Refusal.Transient.class);

        answers(request -> page(request, all.subList(1, 150)));
        assertThat(ids(drain(Checkpoint.NONE))).hasSize(149);
    }

    @Test
    void nothingLeftMeansRateLimitedUntilThen() {
        says(
                aResponse()
                        .withStatus(403)
                        .withHeader("Content-Type", "application/json")
                        .withHeader("x-ratelimit-remaining", "0")
                        .withHeader(
                                "x-ratelimit-reset",
                                Long.toString(START.plusSeconds(40).getEpochSecond()))
                        .withBody("{\"message\":\"API rate limit exceeded\"}"));

        assertThat(refusal())
                .isInstanceOfSatisfying(
                        Refusal.RateLimited.class,
                        limited -> assertThat(limited.until()).contains(START.plusSeconds(40)));
    }

    @Test
    void anIssueWithoutIdOrTimeIsRejectedAndTheOthersCome() {
        Map<String, Object> nameless = issue(1, "Acme", "", START.minusSeconds(9));
        nameless.remove("node_id");
        Map<String, Object> timeless = issue(2, "Acme", "", START.minusSeconds(8));
        timeless.put("created_at", "yesterday");
        says(listed(3, List.of(nameless, timeless, issue(3, "Acme", "", START.minusSeconds(7)))));

        Pull.Page page = page(Checkpoint.NONE);

        assertThat(ids(List.of(page))).containsExactly("I_3");
        assertThat(page.rejected()).hasSize(2);
    }

    private static List<Map<String, Object>> issues(List<Sample> posts) {
        return posts.stream()
                .map(sample -> issue(sample.number(), "", escaped(sample.text()), sample.at()))
                .toList();
    }

    private static Map<String, Object> issue(int number, String title, String body, Instant at) {
        Map<String, Object> issue = new LinkedHashMap<>();
        issue.put("node_id", "I_" + number);
        issue.put("html_url", "https://github.com/acme/app/issues/" + number);
        issue.put("title", title);
        issue.put("body", body);
        issue.put("user", Map.of("login", "octo", "html_url", "https://github.com/octo"));
        issue.put("created_at", at.toString());
        issue.put("comments", 2);
        return issue;
    }

    private static ResponseDefinitionBuilder page(
            Request request, List<Map<String, Object>> issues) {
        List<Map<String, Object>> found = inRange(request, issues);
        int from = 100 * (Integer.parseInt(request.queryParameter("page").firstValue()) - 1);
        List<Map<String, Object>> given = found.subList(0, Math.min(found.size(), MOST));
        return listed(
                found.size(),
                given.subList(Math.min(from, given.size()), Math.min(from + 100, given.size())));
    }

    private static List<Map<String, Object>> inRange(
            Request request, List<Map<String, Object>> issues) {
        Matcher range = RANGE.matcher(request.queryParameter("q").firstValue());
        assertThat(range.find()).isTrue();
        Instant first = Instant.parse(range.group(1));
        Instant last = Instant.parse(range.group(2));
        List<Map<String, Object>> found = new ArrayList<>();
        for (Map<String, Object> issue : issues) {
            Instant at = Instant.parse((String) issue.get("created_at"));
            if (!at.isBefore(first) && !at.isAfter(last)) {
                found.add(issue);
            }
        }
        return found;
    }

    private static ResponseDefinitionBuilder listed(int total, List<Map<String, Object>> items) {
        return json(Map.of("total_count", total, "incomplete_results", false, "items", items));
    }

    private static ResponseDefinitionBuilder incomplete(List<Map<String, Object>> items) {
        return json(Map.of("total_count", 2, "incomplete_results", true, "items", items));
    }

    /// Markdown that reads as the text.
    private static String escaped(String text) {
        return text.replace("&", "\\&").replace("<", "\\<").replace("*", "\\*");
    }
}
