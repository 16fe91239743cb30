package firsthour.connectors.wordpress;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.ConnectorContract;
import firsthour.connectors.FindingRepliesContract;
import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.RecheckingContract;
import firsthour.connectors.ReplyingContract;
import firsthour.connectors.Sample;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WordPressConnectorTest extends ConnectorContract
        implements RecheckingContract, FindingRepliesContract, ReplyingContract {
    private Search search = new Search(List.of("Acme"));

    @Override
    protected Connector connector(Outbound way) {
        return new WordPressConnector(way, clock);
    }

    @Override
    protected Settings settings(String address) {
        return new Settings(Map.of("site", address));
    }

    @Override
    protected Map<Settings, String> wrongSettings() {
        return Map.of(
                new Settings(Map.of()), "site",
                new Settings(Map.of("site", "my blog")), "site",
                new Settings(Map.of("site", address(), "user", "ann")), "password",
                new Settings(Map.of("site", address(), "password", "secret-1")), "user");
    }

    @Override
    protected String idOf(Sample sample) {
        return PretendedSite.id(SERVER.port(), sample.number());
    }

    @Override
    protected boolean knowsUnchanged() {
        return false;
    }

    @Override
    protected int many() {
        return 350;
    }

    @Override
    protected Search search() {
        return search;
    }

    @Override
    protected ResponseDefinitionBuilder answer(Request request, List<Sample> posts) {
        assertThat(request.getUrl()).startsWith("/wp-json/wp/v2/comments?");
        return PretendedSite.list(request, PretendedSite.comments(posts));
    }

    @Override
    public Settings recheckSettings(String address) {
        return settings(address);
    }

    @Override
    public ResponseDefinitionBuilder answerToRecheck(Request request, List<Sample> held) {
        return PretendedSite.list(request, PretendedSite.comments(held));
    }

    @Override
    public Settings repliesSettings(String address) {
        return settings(address);
    }

    @Override
    public PostRef answered() {
        return new PostRef(
                PretendedSite.id(SERVER.port(), 7), Optional.empty(), Optional.of("Ann"));
    }

    @Override
    public ResponseDefinitionBuilder answerToReplies(Request request, List<Sample> replies) {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(PretendedSite.comment(7, "Acme is late", START.minusSeconds(60)));
        for (Map<String, Object> reply : PretendedSite.comments(replies)) {
            reply.put("parent", 7);
            all.add(reply);
        }
        return PretendedSite.list(request, all);
    }

    @Override
    public ResponseDefinitionBuilder answerWhenGone(Request request) {
        return PretendedSite.list(request, List.of());
    }

    @Override
    public Settings replySettings(String address) {
        return new Settings(Map.of("site", address, "user", "acme", "password", "secret-1"));
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
        assertThat(request.getHeader("authorization")).isEqualTo("Basic YWNtZTpzZWNyZXQtMQ==");
        return isPosting(request)
                ? json(PretendedSite.comment(8, "", START)).withStatus(201)
                : answerToReplies(request, List.of());
    }

    @Override
    public String idOfReply() {
        return PretendedSite.id(SERVER.port(), 8);
    }

    @Test
    void aCommentBecomesAPost() {
        Map<String, Object> comment = PretendedSite.comment(7, "", START.minusSeconds(60));
        String html = "<p>My <b>Acme</b> parcel<br />\nis late.</p>\n<p>&lt;3</p>\n";
        comment.put("content", Map.of("rendered", html));
        comment.put("parent", 5);
        comment.put("author_name", "Ann &amp; Bo");
        says(json(List.of(comment)));

        assertThat(page(Checkpoint.NONE).posts())
                .containsExactly(
                        new Post(
                                        PretendedSite.id(SERVER.port(), 7),
                                        Optional.of(
                                                URI.create(
                                                        "https://blog.example/2026/post/#comment-7")),
                                        Optional.empty(),
                                        "My Acme parcel\nis late.\n\n<3",
                                        Optional.of(
                                                new Post.Author(
                                                        "Ann & Bo",
                                                        Optional.empty(),
                                                        Optional.of(
                                                                URI.create("https://ann.example/")),
                                                        OptionalLong.empty())),
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        Optional.of(PretendedSite.id(SERVER.port(), 5)),
                                        START.minusSeconds(60),
                                        Optional.empty())
                                .writtenAs(html));
    }

    @Test
    void theTimesHaveAZoneAndTheLongestWordIsAskedFor() {
        search = new Search(List.of("R&D of Acme-Airlines"));
        Map<String, Object> comment =
                PretendedSite.comment(7, "R&D of  Acme Airlines?", START.minusSeconds(60));
        Map<String, Object> other = PretendedSite.comment(8, "two airlines", START.minusSeconds(9));
        says(json(List.of(comment, other)));

        assertThat(page(Checkpoint.NONE).posts())
                .extracting(Post::text)
                .containsExactly("R&D of Acme Airlines?");
        SERVER.verify(
                getRequestedFor(anyUrl())
                        .withQueryParam("search", equalTo("Airlines"))
                        .withQueryParam("after", equalTo("2026-10-10T09:59:59Z"))
                        .withQueryParam("before", equalTo("2026-11-09T10:00:00Z")));
    }

    @Test
    void aPhraseWithoutAWordIsNotAskedFor() {
        search = new Search(List.of("…"));

        assertThat(page(Checkpoint.NONE).posts()).isEmpty();
        SERVER.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void aCommentThatIsApprovedTwoDaysLateIsFoundOnce() {
        Sample early = new Sample(1, "Acme is late", START.minusSeconds(60));
        holds(List.of(early));
        Checkpoint checkpoint = drain(Checkpoint.NONE).getLast().next();
        later(Duration.ofDays(2));
        holds(List.of(new Sample(2, "Acme again", START.minusSeconds(90)), early));

        List<Pull.Page> pages = drain(checkpoint);

        assertThat(ids(pages)).containsExactly(PretendedSite.id(SERVER.port(), 2));
        assertThat(ids(drain(pages.getLast().next()))).isEmpty();
    }

    @Test
    void aShortPageWithMoreBehindItIsAskedForInSmallerParts() {
        List<Sample> posts = Sample.some(8, 1, START.minus(Duration.ofDays(3)), 3_600);
        answers(request -> {
            var found = PretendedSite.filtered(request, PretendedSite.comments(posts));
            var seen = found.size() > 2 ? found.subList(0, 1) : found;
            return json(seen).withHeader("X-WP-TotalPages", found.size() > 2 ? "2" : "1");
        });

        assertThat(ids(drain(Checkpoint.NONE))).hasSize(8);
    }

    @Test
    void aSiteWithoutPrettyLinksAnswersInItsQuery() {
        for (ResponseDefinitionBuilder nothing :
                List.of(
                        aResponse().withStatus(404).withBody("<html>"),
                        aResponse().withHeader("Content-Type", "text/html").withBody("<html>"))) {
            answers(request ->
                    request.getUrl().startsWith("/wp-json")
                            ? nothing
                            : plainly(
                                    request,
                                    List.of(
                                            PretendedSite.comment(
                                                    7, "Acme", START.minusSeconds(9)))));

            assertThat(ids(drain(Checkpoint.NONE))).hasSize(1);
            assertThat(
                            new WordPressConnector(outbound, clock)
                                    .recheck(settings(address()), List.of(answered())))
                    .isInstanceOfSatisfying(
                            Look.Seen.class, seen -> assertThat(seen.posts()).hasSize(1));
        }
    }

    @Test
    void aCommentWithoutIdOrTimeIsRejectedAndTheOthersCome() {
        Map<String, Object> timeless = PretendedSite.comment(1, "Acme", START.minusSeconds(9));
        timeless.put("date_gmt", "yesterday");
        Map<String, Object> nameless = PretendedSite.comment(0, "Acme", START.minusSeconds(9));
        nameless.put("content", null);
        nameless.put("author_name", null);
        says(
                json(
                        List.of(
                                timeless,
                                nameless,
                                PretendedSite.comment(2, "Acme", START.minusSeconds(8)))));

        Pull.Page page = page(Checkpoint.NONE);

        assertThat(ids(List.of(page))).containsExactly(PretendedSite.id(SERVER.port(), 2));
        assertThat(page.rejected()).hasSize(2);
    }

    private static ResponseDefinitionBuilder plainly(
            Request request, List<Map<String, Object>> comments) {
        assertThat(request.queryParameter("rest_route").firstValue()).isEqualTo("/wp/v2/comments");
        return PretendedSite.list(request, comments);
    }
}
