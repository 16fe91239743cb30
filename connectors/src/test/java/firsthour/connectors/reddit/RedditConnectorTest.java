package firsthour.connectors.reddit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
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
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.RecheckingContract;
import firsthour.connectors.Refusal;
import firsthour.connectors.ReplyingContract;
import firsthour.connectors.Sample;
import firsthour.connectors.Settings;
import firsthour.http.Outbound;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// The pretended server hands out a token and gives pages of 100, the newest first, each naming its
/// last post as what the next one comes after.
class RedditConnectorTest extends ConnectorContract
        implements RecheckingContract, FindingRepliesContract, ReplyingContract {
    private static final int PAGE = 100;

    @Override
    protected Connector connector(Outbound way) {
        return new RedditConnector(way, clock);
    }

    @Override
    protected Settings settings(String address) {
        return new Settings(Map.of("client", "id", "secret", "s3cret", "endpoint", address));
    }

    @Override
    protected Map<Settings, String> wrongSettings() {
        return Map.of(
                new Settings(Map.of("secret", "s3cret", "endpoint", address())), "client",
                new Settings(Map.of("client", "id", "endpoint", address())), "secret",
                new Settings(Map.of("client", "id", "secret", "s3cret", "endpoint", "no address")),
                        "endpoint");
    }

    @Override
    protected String idOf(Sample sample) {
        return "t3_" + sample.number();
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
        if (request.getUrl().startsWith("/api/v1/access_token")) {
            return PretendedReddit.token();
        }
        List<Sample> newest = posts.reversed();
        int from = 0;
        if (request.queryParameter("after").isPresent()) {
            String after = request.queryParameter("after").firstValue();
            from = 1 + newest.stream().map(this::idOf).toList().indexOf(after);
        }
        int to = Math.min(newest.size(), from + PAGE);
        var children =
                newest.subList(from, to).stream()
                        .map(sample ->
                                PretendedReddit.link(
                                        idOf(sample),
                                        "",
                                        PretendedReddit.escape(sample.text()),
                                        sample.at()))
                        .toList();
        return PretendedReddit.listing(
                children, to < newest.size() ? idOf(newest.get(to - 1)) : null);
    }

    @Override
    public Settings recheckSettings(String address) {
        return settings(address);
    }

    @Override
    public ResponseDefinitionBuilder answerToRecheck(Request request, List<Sample> held) {
        if (request.getUrl().startsWith("/api/v1/access_token")) {
            return PretendedReddit.token();
        }
        List<Map<String, Object>> found = new ArrayList<>();
        for (String name : request.queryParameter("id").firstValue().split(",", -1)) {
            found.add(
                    held.stream()
                            .filter(sample -> idOf(sample).equals(name))
                            .findFirst()
                            .map(sample ->
                                    PretendedReddit.link(name, "", sample.text(), sample.at()))
                            .orElseGet(() -> takenDown(name)));
        }
        return PretendedReddit.listing(found, null);
    }

    private static Map<String, Object> takenDown(String name) {
        Map<String, Object> link = PretendedReddit.link(name, "Acme", "[deleted]", START);
        link.put("author", "[deleted]");
        link.put("removed_by_category", "deleted");
        return link;
    }

    @Override
    public Settings repliesSettings(String address) {
        return settings(address);
    }

    @Override
    public PostRef answered() {
        return new PostRef("t3_7", Optional.empty(), Optional.of("ann_1"));
    }

    @Override
    public ResponseDefinitionBuilder answerToReplies(Request request, List<Sample> replies) {
        if (request.getUrl().startsWith("/api/v1/access_token")) {
            return PretendedReddit.token();
        }
        assertThat(request.getUrl()).isEqualTo("/comments/7?limit=500&sort=new&raw_json=1");
        return PretendedReddit.thread(
                PretendedReddit.link("t3_7", "Acme", "late", START),
                replies.stream().map(sample -> PretendedReddit.comment(sample, "t3_7")).toList());
    }

    @Override
    public ResponseDefinitionBuilder answerWhenGone(Request request) {
        return request.getUrl().startsWith("/api/v1/access_token")
                ? PretendedReddit.token()
                : PretendedReddit.thread(takenDown("t3_7"), List.of());
    }

    @Override
    public Settings replySettings(String address) {
        Map<String, String> values = new HashMap<>(settings(address).values());
        values.put("permission", "r3fresh");
        return new Settings(values);
    }

    @Override
    public PostRef repliedTo() {
        return answered();
    }

    @Override
    public boolean isPosting(Request request) {
        return request.getUrl().startsWith("/api/comment");
    }

    @Override
    public ResponseDefinitionBuilder answerToReply(Request request) {
        if (!isPosting(request)) {
            return PretendedReddit.token();
        }
        assertThat(request.getHeader("authorization")).isEqualTo("Bearer t0ken");
        return PretendedReddit.posted(
                PretendedReddit.comment(new Sample(8, "We are sorry.", START), "t3_7"));
    }

    @Override
    public String idOfReply() {
        return "t1_8";
    }

    @Test
    void aPageOnWhichNothingHoldsThePhraseDoesNotEndTheWalk() {
        List<Sample> posts = new ArrayList<>();
        posts.add(new Sample(1, "Acme is late", START.minusSeconds(9_000)));
        for (int i = 2; i < 150; i++) {
            posts.add(new Sample(i, "acmeish matters", START.minusSeconds(8_000 - i)));
        }
        holds(posts);

        assertThat(ids(drain(Checkpoint.NONE))).containsExactly("t3_1");
    }

    @Test
    void aLinkBecomesAPost() {
        Map<String, Object> link =
                PretendedReddit.link(
                        "t3_7",
                        "Acme lost my parcel",
                        "It is **late** again.",
                        START.minusSeconds(60));
        link.put("edited", START.minusSeconds(20).getEpochSecond() + 0.0);
        link.put("num_crossposts", 3);
        hasLinks(List.of(link));

        assertThat(page(Checkpoint.NONE).posts())
                .containsExactly(
                        new Post(
                                        "t3_7",
                                        Optional.of(
                                                URI.create(
                                                        "https://www.reddit.com/r/acme/comments/7/x/")),
                                        Optional.of("Acme lost my parcel"),
                                        "It is late again.",
                                        Optional.of(
                                                new Post.Author(
                                                        "ann_1",
                                                        Optional.empty(),
                                                        Optional.of(
                                                                URI.create(
                                                                        "https://www.reddit.com/user/ann_1")),
                                                        OptionalLong.empty())),
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        Optional.empty(),
                                        START.minusSeconds(60),
                                        Optional.of(START.minusSeconds(20)))
                                .reposted(3L)
                                .writtenAs("It is **late** again."));
    }

    @Test
    void whatWasTakenDownIsLeftOutAndADeletedAuthorIsNobody() {
        Map<String, Object> removed =
                PretendedReddit.link("t3_1", "Acme", "[removed]", START.minusSeconds(60));
        removed.put("removed_by_category", "moderator");
        Map<String, Object> orphan =
                PretendedReddit.link("t3_2", "Acme", "late", START.minusSeconds(50));
        orphan.put("author", "[deleted]");
        hasLinks(List.of(orphan, removed));

        assertThat(page(Checkpoint.NONE).posts())
                .singleElement()
                .matches(post -> post.externalId().equals("t3_2") && post.author().isEmpty());
    }

    @Test
    void theAppSignsInOnceForManyPullsAndAsksWithItsToken() {
        holds(Sample.some(3, 1, START.minusSeconds(900), 40));
        Connector connector = connector(outbound);
        for (int i = 0; i < 3; i++) {
            Pull pull = connector.pull(settings(address()), search(), Checkpoint.NONE);
            assertThat(((Pull.Page) pull).posts()).hasSize(3);
        }
        SERVER.verify(
                1,
                postRequestedFor(urlPathEqualTo("/api/v1/access_token"))
                        .withHeader("authorization", equalTo("Basic aWQ6czNjcmV0"))
                        .withRequestBody(equalTo("grant_type=client_credentials")));
        SERVER.verify(
                3,
                getRequestedFor(urlPathEqualTo("/search"))
                        .withQueryParam("q", equalTo("\"Acme\""))
                        .withHeader("authorization", equalTo("Bearer t0ken")));
    }

    @Test
    void anAppThatIsNotKnownIsUnauthorised() {
        says(aResponse().withStatus(401).withBody("{\"error\":\"invalid_client\"}"));
        assertThat(refusal())
                .isInstanceOfSatisfying(
                        Refusal.Unauthorised.class,
                        why -> assertThat(why.detail()).contains("id and secret"));
    }

    @Test
    void whatIsLeftIsTold() {
        answers(request ->
                request.getUrl().startsWith("/search")
                        ? PretendedReddit.listing(List.of(), null)
                                .withHeader("x-ratelimit-remaining", "98.0")
                                .withHeader("x-ratelimit-reset", "42")
                        : answer(request, List.of()));

        assertThat(pull(Checkpoint.NONE).budget())
                .isEqualTo(new Budget(OptionalLong.of(98), Optional.of(START.plusSeconds(42))));
    }

    @Test
    void aLinkWithoutIdOrTimeIsRejectedAndTheOthersCome() {
        Map<String, Object> nameless =
                PretendedReddit.link("t3_1", "Acme", "late", START.minusSeconds(9));
        nameless.remove("created_utc");
        hasLinks(
                List.of(
                        nameless,
                        PretendedReddit.link("t3_2", "Acme", "late", START.minusSeconds(8))));

        Pull.Page page = page(Checkpoint.NONE);

        assertThat(ids(List.of(page))).containsExactly("t3_2");
        assertThat(page.rejected()).hasSize(1);
    }

    private void hasLinks(List<Map<String, Object>> links) {
        answers(request ->
                request.getUrl().startsWith("/search")
                        ? PretendedReddit.listing(links, null)
                        : answer(request, List.of()));
    }
}
