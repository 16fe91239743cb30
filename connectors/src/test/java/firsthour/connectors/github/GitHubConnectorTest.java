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
import firsthour.connectors.FindingRepliesContract;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.RecheckingContract;
import firsthour.connectors.Refusal;
import firsthour.connectors.ReplyingContract;
import firsthour.connectors.Sample;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GitHubConnectorTest extends ConnectorContract
        implements RecheckingContract, FindingRepliesContract, ReplyingContract {
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
        return PretendedGitHub.found(request, PretendedGitHub.issues(posts));
    }

    @Override
    public Settings recheckSettings(String address) {
        return settings(address);
    }

    @Override
    public Optional<URI> urlOf(Sample sample) {
        return Optional.of(URI.create(PretendedGitHub.page(sample.number())));
    }

    @Override
    public ResponseDefinitionBuilder answerToRecheck(Request request, List<Sample> held) {
        if (request.getUrl().equals("/")) {
            return PretendedGitHub.root();
        }
        return PretendedGitHub.issues(held).stream()
                .filter(issue ->
                        request.getUrl().equals(PretendedGitHub.REPOSITORY + issue.get("number")))
                .findFirst()
                .map(PretendedGitHub::json)
                .orElse(PretendedGitHub.error(404, "Not Found"));
    }

    @Override
    public Settings repliesSettings(String address) {
        return settings(address);
    }

    @Override
    public PostRef answered() {
        return new PostRef(
                "I_7", Optional.of(URI.create(PretendedGitHub.page(7))), Optional.of("octo"));
    }

    @Override
    public ResponseDefinitionBuilder answerToReplies(Request request, List<Sample> replies) {
        assertThat(request.getUrl())
                .isEqualTo(PretendedGitHub.REPOSITORY + "7/comments?per_page=100&page=1");
        return json(replies.stream().map(PretendedGitHub::comment).toList());
    }

    @Override
    public ResponseDefinitionBuilder answerWhenGone(Request request) {
        return request.getUrl().equals("/")
                ? PretendedGitHub.root()
                : PretendedGitHub.error(410, "This issue was deleted");
    }

    @Override
    public Settings replySettings(String address) {
        return new Settings(Map.of("endpoint", address, "token", "ghp_1"));
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
        assertThat(request.getHeader("authorization")).isEqualTo("Bearer ghp_1");
        if (!isPosting(request)) {
            return json(PretendedGitHub.issue(7, "", "Acme", START));
        }
        assertThat(request.getUrl()).isEqualTo(PretendedGitHub.REPOSITORY + "7/comments");
        return json(PretendedGitHub.comment(new Sample(8, "We are sorry.", START))).withStatus(201);
    }

    @Override
    public String idOfReply() {
        return "IC_8";
    }

    @Test
    void anIssueBecomesAPost() {
        String written =
                "Since **2.1** the [login](https://a.example/x) fails:\n\n"
                        + "- `500`\n- no mail\n\n<details>Acme says no</details>";
        says(
                PretendedGitHub.listed(
                        1,
                        List.of(
                                PretendedGitHub.issue(
                                        7, "Acme login broken", written, START.minusSeconds(60)))));

        assertThat(page(Checkpoint.NONE).posts())
                .containsExactly(
                        new Post(
                                        "I_7",
                                        Optional.of(URI.create(PretendedGitHub.page(7))),
                                        Optional.of("Acme login broken"),
                                        "Since 2.1 the login (https://a.example/x) fails:\n\n500\nno mail\nAcme says no",
                                        Optional.of(
                                                new Post.Author(
                                                        "octo",
                                                        Optional.empty(),
                                                        Optional.of(
                                                                URI.create(
                                                                        "https://127.0.0.1/octo")),
                                                        OptionalLong.empty())),
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        Optional.empty(),
                                        START.minusSeconds(60),
                                        Optional.empty())
                                .writtenAs(written));
    }

    @Test
    void anIssueWithoutTextIsItsTitleAndOneOfADeletedAccountHasNoAuthor() {
        Map<String, Object> issue =
                PretendedGitHub.issue(7, "Acme fails", "", START.minusSeconds(60));
        issue.put("body", null);
        issue.put("user", null);
        says(PretendedGitHub.listed(1, List.of(issue)));

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
            List<Map<String, Object>> found =
                    PretendedGitHub.inRange(request, PretendedGitHub.issues(posts));
            return found.size() > 4
                    ? PretendedGitHub.incomplete(found.subList(0, 2))
                    : PretendedGitHub.listed(found.size(), found);
        });

        assertThat(ids(drain(Checkpoint.NONE))).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void aListThatChangesBetweenItsPagesIsReadAgain() {
        List<Map<String, Object>> all =
                PretendedGitHub.issues(Sample.some(150, 1, START.minus(Duration.ofDays(2)), 60));
        answers(request ->
                request.queryParameter("page").firstValue().equals("1")
                        ? PretendedGitHub.listed(150, all.subList(0, 100))
                        : PretendedGitHub.listed(149, all.subList(101, 150)));
        assertThat(refusal()).isInstanceOf(Refusal.Transient.class);

        answers(request -> PretendedGitHub.found(request, all.subList(1, 150)));
        assertThat(ids(drain(Checkpoint.NONE))).hasSize(149);
    }

    @Test
    void tooManyAtOnceIsNoQuestionOfRights() {
        says(PretendedGitHub.error(403, "You have exceeded a secondary rate limit."));

        assertThat(refusal()).isInstanceOf(Refusal.RateLimited.class);
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
        Map<String, Object> nameless = PretendedGitHub.issue(1, "Acme", "", START.minusSeconds(9));
        nameless.remove("node_id");
        Map<String, Object> timeless = PretendedGitHub.issue(2, "Acme", "", START.minusSeconds(8));
        timeless.put("created_at", "yesterday");
        says(
                PretendedGitHub.listed(
                        3,
                        List.of(
                                nameless,
                                timeless,
                                PretendedGitHub.issue(3, "Acme", "", START.minusSeconds(7)))));

        Pull.Page page = page(Checkpoint.NONE);

        assertThat(ids(List.of(page))).containsExactly("I_3");
        assertThat(page.rejected()).hasSize(2);
    }
}
