package firsthour.connectors.lemmy;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
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
import firsthour.connectors.ReplyingContract;
import firsthour.connectors.Sample;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Markdown;
import firsthour.http.Outbound;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pretended instance speaks the third version: it counts pages of 50, the newest first.
class LemmyConnectorTest extends ConnectorContract
        implements RecheckingContract, FindingRepliesContract, ReplyingContract {
    static final int PAGE = 50;

    Api api() {
        return Api.V3;
    }

    String version() {
        return "0.19.9";
    }

    @Override
    protected Connector connector(Outbound way) {
        return new LemmyConnector(way, clock);
    }

    @Override
    protected Settings settings(String address) {
        return new Settings(Map.of("instance", address));
    }

    @Override
    protected Map<Settings, String> wrongSettings() {
        return Map.of(
                new Settings(Map.of()), "instance",
                new Settings(Map.of("instance", "lemmy dot world")), "instance");
    }

    @Override
    protected String idOf(Sample sample) {
        return "post/" + sample.number();
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
        return 130;
    }

    @Override
    protected ResponseDefinitionBuilder answer(Request request, List<Sample> posts) {
        if (path(request).endsWith("/site")) {
            return json(Map.of("version", version(), "all_languages", List.of()));
        }
        return request.queryParameter("type_").firstValue().equalsIgnoreCase("posts")
                ? page(request, posts.reversed())
                : json(shown().found(List.of(), List.of()));
    }

    /// A page of the posts, the newest first.
    ResponseDefinitionBuilder page(Request request, List<Sample> newest) {
        assertThat(request.queryParameter("type_").firstValue()).isEqualTo("Posts");
        assertThat(request.queryParameter("sort").firstValue()).isEqualTo("New");
        int page = Integer.parseInt(request.queryParameter("page").firstValue());
        int from = Math.min(newest.size(), (page - 1) * PAGE);
        int to = Math.min(newest.size(), from + PAGE);
        return json(shown().found(views(newest.subList(from, to)), List.of()));
    }

    @Override
    public Settings recheckSettings(String address) {
        return settings(address);
    }

    @Override
    public ResponseDefinitionBuilder answerToRecheck(Request request, List<Sample> held) {
        if (path(request).endsWith("/site")) {
            return answer(request, held);
        }
        assertThat(path(request)).endsWith("/post");
        String id = request.queryParameter("id").firstValue();
        return held.stream()
                .filter(sample -> id.equals(String.valueOf(sample.number())))
                .map(sample -> views(List.of(sample)).getFirst())
                .findFirst()
                .map(view -> json(Map.of("post_view", view)))
                .orElseGet(this::missing);
    }

    @Override
    public Settings repliesSettings(String address) {
        return settings(address);
    }

    @Override
    public PostRef answered() {
        return new PostRef("post/7", Optional.empty(), Optional.of("ann@far.example"));
    }

    @Override
    public ResponseDefinitionBuilder answerToReplies(Request request, List<Sample> replies) {
        if (path(request).endsWith("/comment/list")) {
            assertThat(request.queryParameter("post_id").firstValue()).isEqualTo("7");
            return json(
                    shown().comments(
                                    replies.stream()
                                            .map(sample ->
                                                    shown().comment(
                                                                    sample.number(),
                                                                    7,
                                                                    "0." + sample.number(),
                                                                    sample.text(),
                                                                    sample.at()))
                                            .toList()));
        }
        return answerToRecheck(request, List.of(new Sample(7, "Acme is late", START)));
    }

    @Override
    public ResponseDefinitionBuilder answerWhenGone(Request request) {
        return path(request).endsWith("/comment/list")
                ? json(shown().comments(List.of()))
                : answerToRecheck(request, List.of());
    }

    @Override
    public Settings replySettings(String address) {
        return new Settings(Map.of("instance", address, "user", "acme", "password", "s3cret"));
    }

    @Override
    public PostRef repliedTo() {
        return answered();
    }

    @Override
    public boolean isPosting(Request request) {
        return path(request).endsWith("/comment");
    }

    @Override
    public ResponseDefinitionBuilder answerToReply(Request request) {
        if (isPosting(request)) {
            assertThat(request.getHeader("authorization")).isEqualTo("Bearer t0ken");
            return json(Map.of("comment_view", shown().comment(8, 7, "0.8", "Sorry", START)));
        }
        return path(request).endsWith("/login")
                ? json(Map.of("jwt", "t0ken", "registration_created", false))
                : answer(request, List.of());
    }

    @Override
    public String idOfReply() {
        return "comment/8";
    }

    @Test
    void postsAndCommentsAreAskedForApart() {
        var post = shown().post(1, "Acme", "late", START.minusSeconds(90));
        var comment = shown().comment(1, 1, "0.1", "Acme, yes", START.minusSeconds(60));
        var other = shown().comment(2, 1, "0.2", "ac me", START.minusSeconds(60));
        asking(json(shown().found(List.of(post), List.of(comment, other))));

        assertThat(ids(drain(Checkpoint.NONE))).containsExactly("post/1", "comment/1");
        for (String kind : List.of("posts", "comments")) {
            SERVER.verify(
                    getRequestedFor(urlPathEqualTo(at("/search")))
                            .withQueryParam("type_", equalTo(api().word(kind)))
                            .withQueryParam(
                                    api() == Api.V3 ? "q" : "search_term", equalTo("Acme")));
        }
    }

    @Test
    void anInstanceIsAskedForItsVersionOnceAnHour() {
        Connector connector = connector(outbound);
        holds(Sample.some(3, 1, START.minusSeconds(900), 40));
        for (int minutes : List.of(0, 30, 29, 2)) {
            later(Duration.ofMinutes(minutes));
            assertThat(connector.pull(settings(address()), search(), Checkpoint.NONE))
                    .isInstanceOf(Pull.Page.class);
        }
        SERVER.verify(2, getRequestedFor(urlPathEqualTo("/api/v3/site")));
    }

    @ParameterizedTest
    @CsvSource({
        "400, rate_limit_error, RateLimited, too many",
        "400, instance_is_private, Unauthorised, members only",
        "400, couldnt_get_posts, SourceChanged, not expected"
    })
    void errorsAreKnownByTheirNames(int status, String error, String kind, String words) {
        asking(error(status, error));

        assertThat(refusal().getClass().getSimpleName()).isEqualTo(kind);
        assertThat(refusal().detail()).contains(words);
    }

    @Test
    void aSearchThatIsAnsweredWithAWebPageHasChanged() {
        asking(aResponse().withHeader("Content-Type", "text/html").withBody("<html>"));
        assertThat(refusal()).isInstanceOf(Refusal.SourceChanged.class);
    }

    @Test
    void aPostThatIsMarkedAsTakenDownIsGone() {
        var deleted = shown().comment(7, 1, "0.7", "", START);
        Shown.part(deleted, "comment").put("deleted", true);
        asking(json(Map.of("comment_view", deleted)));

        assertThat(recheck("comment/7"))
                .isEqualTo(new Look.Seen(List.of(), Set.of("comment/7"), Budget.UNSAID));
    }

    @Test
    void whatWasSeenBeforeARefusalIsTold() {
        answers(request ->
                request.getUrl().contains("id=2")
                        ? aResponse().withStatus(503)
                        : answerToRecheck(request, List.of(new Sample(1, "Acme", START))));

        assertThat(recheck("post/1", "post/2", "post/3"))
                .isInstanceOfSatisfying(
                        Look.Seen.class,
                        seen -> {
                            assertThat(seen.posts())
                                    .extracting(Post::externalId)
                                    .containsExactly("post/1");
                            assertThat(seen.gone()).isEmpty();
                        });
        assertThat(recheck("post/2")).isInstanceOf(Look.Refused.class);
    }

    @Test
    void theRepliesToACommentComeWithoutItself() {
        asking(
                json(
                        shown().comments(
                                        List.of(
                                                shown().comment(7, 1, "0.7", "Late", START),
                                                shown().comment(8, 1, "0.7.8", "Sorry", START)))));

        Look look =
                new LemmyConnector(outbound, clock)
                        .replies(
                                settings(address()),
                                new PostRef("comment/7", Optional.empty(), Optional.empty()));

        assertThat(((Look.Seen) look).posts())
                .singleElement()
                .matches(post -> post.inReplyTo().equals(Optional.of("comment/7")));
        SERVER.verify(
                getRequestedFor(urlPathEqualTo(at("/comment/list")))
                        .withQueryParam("parent_id", equalTo("7")));
    }

    Shown shown() {
        return new Shown(api());
    }

    String at(String path) {
        return "/api/" + api().name().toLowerCase(Locale.ROOT) + path;
    }

    static String path(Request request) {
        return request.getUrl().split("\\?", 2)[0];
    }

    List<Map<String, Object>> views(List<Sample> samples) {
        return samples.stream()
                .map(sample ->
                        shown().post(
                                        sample.number(),
                                        "Parcels",
                                        Markdown.of(sample.text()),
                                        sample.at()))
                .toList();
    }

    ResponseDefinitionBuilder missing() {
        return error(400, "couldnt_find_post");
    }

    static ResponseDefinitionBuilder error(int status, String name) {
        return json(Map.of("error", name)).withStatus(status);
    }

    private Look recheck(String... ids) {
        return new LemmyConnector(outbound, clock)
                .recheck(
                        settings(address()),
                        List.of(ids).stream()
                                .map(id -> new PostRef(id, Optional.empty(), Optional.empty()))
                                .toList());
    }

    private void asking(ResponseDefinitionBuilder answer) {
        answers(request -> path(request).endsWith("/site") ? answer(request, List.of()) : answer);
    }
}
