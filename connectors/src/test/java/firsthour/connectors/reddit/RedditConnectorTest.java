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
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sample;
import firsthour.connectors.Settings;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The pretended server hands out a token and gives pages of 100, the newest first, each naming its
/// last post as what the next one comes after.
class RedditConnectorTest extends ConnectorContract {
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
            return json(
                    Map.of("access_token", "t0ken", "token_type", "bearer", "expires_in", 86400));
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
                        .map(sample -> link(idOf(sample), "", escape(sample.text()), sample.at()))
                        .toList();
        return listing(children, to < newest.size() ? idOf(newest.get(to - 1)) : null);
    }

    @Test
    void aLinkBecomesAPost() {
        Map<String, Object> link =
                link(
                        "t3_7",
                        "Acme lost my parcel",
                        "It is **late** again.",
                        START.minusSeconds(60));
        link.put("edited", START.minusSeconds(20).getEpochSecond() + 0.0);
        hasLinks(List.of(link));

        assertThat(page(Checkpoint.NONE).posts())
                .containsExactly(
                        new Post(
                                "t3_7",
                                Optional.of(
                                        URI.create("https://www.reddit.com/r/acme/comments/7/x/")),
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
                                Optional.of(START.minusSeconds(20))));
    }

    @Test
    void whatWasTakenDownIsLeftOutAndADeletedAuthorIsNobody() {
        Map<String, Object> removed = link("t3_1", "Acme", "[removed]", START.minusSeconds(60));
        removed.put("removed_by_category", "moderator");
        Map<String, Object> orphan = link("t3_2", "Acme", "late", START.minusSeconds(50));
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
                        ? listing(List.of(), null)
                                .withHeader("x-ratelimit-remaining", "98.0")
                                .withHeader("x-ratelimit-reset", "42")
                        : answer(request, List.of()));

        assertThat(pull(Checkpoint.NONE).budget())
                .isEqualTo(new Budget(OptionalLong.of(98), Optional.of(START.plusSeconds(42))));
    }

    @Test
    void aLinkWithoutIdOrTimeIsRejectedAndTheOthersCome() {
        Map<String, Object> nameless = link("t3_1", "Acme", "late", START.minusSeconds(9));
        nameless.remove("created_utc");
        hasLinks(List.of(nameless, link("t3_2", "Acme", "late", START.minusSeconds(8))));

        Pull.Page page = page(Checkpoint.NONE);

        assertThat(ids(List.of(page))).containsExactly("t3_2");
        assertThat(page.rejected()).hasSize(1);
    }

    private void hasLinks(List<Map<String, Object>> links) {
        answers(request ->
                request.getUrl().startsWith("/search")
                        ? listing(links, null)
                        : answer(request, List.of()));
    }

    private static Map<String, Object> link(String name, String title, String text, Instant at) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("name", name);
        link.put("permalink", "/r/acme/comments/" + name.substring(3) + "/x/");
        link.put("author", "ann_1");
        link.put("title", title);
        link.put("selftext", text);
        link.put("created_utc", at.getEpochSecond() + 0.0);
        link.put("edited", false);
        link.put("score", 3);
        link.put("num_comments", 2);
        link.put("removed_by_category", null);
        return link;
    }

    private static ResponseDefinitionBuilder listing(
            List<Map<String, Object>> links, @Nullable String after) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("after", after);
        data.put(
                "children",
                links.stream().map(link -> Map.of("kind", "t3", "data", link)).toList());
        return json(Map.of("kind", "Listing", "data", data));
    }

    /// As Markdown, which reads it as it was written.
    private static String escape(String text) {
        return text.replaceAll("([&<>*_\\[\\]])", "\\\\$1");
    }
}
