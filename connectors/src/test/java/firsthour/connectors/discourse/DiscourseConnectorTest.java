package firsthour.connectors.discourse;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscourseConnectorTest extends ConnectorContract
        implements RecheckingContract, FindingRepliesContract, ReplyingContract {
    private Search search = new Search(List.of("Acme"));

    @Override
    protected Connector connector(Outbound way) {
        return new DiscourseConnector(way, clock);
    }

    @Override
    protected Settings settings(String address) {
        return new Settings(Map.of("forum", address));
    }

    @Override
    protected Map<Settings, String> wrongSettings() {
        return Map.of(
                new Settings(Map.of()), "forum",
                new Settings(Map.of("forum", "our forum")), "forum",
                new Settings(Map.of("forum", address(), "user", "acme")), "key",
                new Settings(Map.of("forum", address(), "key", "k")), "user",
                new Settings(Map.of("forum", address(), "key", "a\nb", "user", "acme")), "key");
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
    protected boolean newestFirst() {
        return true;
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
        assertThat(request.containsHeader("api-key")).isFalse();
        return PretendedForum.answer(request, PretendedForum.posts(posts));
    }

    @Override
    public Settings recheckSettings(String address) {
        return settings(address);
    }

    @Override
    public ResponseDefinitionBuilder answerToRecheck(Request request, List<Sample> held) {
        return answer(request, held);
    }

    @Override
    public Settings repliesSettings(String address) {
        return settings(address);
    }

    @Override
    public PostRef answered() {
        return new PostRef("3", Optional.empty(), Optional.of("ann"));
    }

    @Override
    public ResponseDefinitionBuilder answerToReplies(Request request, List<Sample> replies) {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(PretendedForum.post(3, "Acme is late", START.minusSeconds(60)));
        for (Map<String, Object> reply : PretendedForum.posts(replies)) {
            reply.put("reply_to_post_number", 3);
            all.add(reply);
        }
        return PretendedForum.answer(request, all);
    }

    @Override
    public ResponseDefinitionBuilder answerWhenGone(Request request) {
        return PretendedForum.answer(request, List.of());
    }

    @Override
    public Settings replySettings(String address) {
        return new Settings(Map.of("forum", address, "key", "secret-1", "user", "acme"));
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
        if (!isPosting(request)) {
            return answerToReplies(request, List.of());
        }
        assertThat(request.getUrl()).isEqualTo("/posts.json");
        assertThat(request.getHeader("api-key")).isEqualTo("secret-1");
        assertThat(request.getHeader("api-username")).isEqualTo("acme");
        return json(PretendedForum.post(8, "", START));
    }

    @Override
    public String idOfReply() {
        return "8";
    }

    @Test
    void aPostBecomesAPost() {
        Map<String, Object> post = PretendedForum.post(7, "", START.minusSeconds(60));
        post.put("cooked", "<p>My <b>Acme</b> parcel<br>\nis late &amp; lost.</p>");
        post.put("topic_title", "Where is it & why?");
        post.put("reply_to_post_number", 5);
        post.put("version", 2);
        post.put("updated_at", START.minusSeconds(20).toString());
        says(json(Map.of("latest_posts", List.of(post))));

        assertThat(page(Checkpoint.NONE).posts())
                .containsExactly(
                        new Post(
                                        "7",
                                        Optional.of(URI.create(address() + "/t/12/7")),
                                        Optional.of("Where is it & why?"),
                                        "My Acme parcel\nis late & lost.",
                                        Optional.of(
                                                new Post.Author(
                                                        "ann",
                                                        Optional.of("Ann"),
                                                        Optional.of(
                                                                URI.create(address() + "/u/ann")),
                                                        OptionalLong.empty())),
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        Optional.of(address() + "/t/12/5"),
                                        START.minusSeconds(60),
                                        Optional.of(START.minusSeconds(20)))
                                .writtenAs(post.get("cooked").toString()));
    }

    @Test
    void anyPhraseInTitleOrTextIsFoundWithOneRequestForAll() {
        search = new Search(List.of("Acme Air", "Kettle"));
        Map<String, Object> titled = PretendedForum.post(1, "me too", START.minusSeconds(90));
        titled.put("topic_title", "Trouble with Acme-Air");
        says(
                json(
                        Map.of(
                                "latest_posts",
                                List.of(
                                        PretendedForum.post(3, "kettle!", START.minusSeconds(8)),
                                        PretendedForum.post(2, "acme", START.minusSeconds(9)),
                                        titled))));

        Pull.Page page = page(Checkpoint.NONE);

        assertThat(ids(List.of(page))).containsExactly("3", "1");
        SERVER.verify(1, getRequestedFor(anyUrl()));
        assertThat(page.posts().getFirst().inReplyTo()).contains(address() + "/t/12/1");
        assertThat(page.posts().getLast().inReplyTo()).isEmpty();
    }

    @Test
    void pagesWithoutThePhraseAreWalkedPast() {
        List<Sample> posts = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            posts.add(
                    new Sample(
                            i,
                            i == 5 ? "Acme is late" : "something else",
                            START.minus(Duration.ofDays(5)).plusSeconds(i * 60L)));
        }
        holds(posts);

        List<Pull.Page> pages = drain(Checkpoint.NONE);

        assertThat(ids(pages)).containsExactly("5");
        SERVER.verify(5, getRequestedFor(urlPathEqualTo("/posts.json")));
    }

    @Test
    void whatNobodyCanReadAndWhatNobodyWroteIsLeftOut() {
        Map<String, Object> flagged = PretendedForum.post(1, "Acme", START.minusSeconds(9));
        flagged.put("hidden", true);
        Map<String, Object> withdrawn = PretendedForum.post(2, "Acme", START.minusSeconds(9));
        withdrawn.put("user_deleted", true);
        Map<String, Object> moved = PretendedForum.post(3, "Acme", START.minusSeconds(9));
        moved.put("post_type", 3);
        says(json(Map.of("latest_posts", List.of(moved, withdrawn, flagged))));

        Pull.Page page = page(Checkpoint.NONE);

        assertThat(page.posts()).isEmpty();
        assertThat(page.rejected()).isEmpty();
    }

    @Test
    void aForumForMembersSaysSo() {
        says(PretendedForum.error(403, "not_logged_in"));

        assertThat(refusal())
                .isInstanceOfSatisfying(
                        Refusal.Unauthorised.class,
                        members -> assertThat(members.detail()).contains("members only"));
    }

    @Test
    void aPostWithoutIdOrTimeIsRejectedAndTheOthersCome() {
        Map<String, Object> nameless = PretendedForum.post(1, "Acme", START.minusSeconds(9));
        nameless.put("id", null);
        Map<String, Object> timeless = PretendedForum.post(3, "Acme", START.minusSeconds(9));
        timeless.put("created_at", "yesterday");
        Map<String, Object> bare = PretendedForum.post(2, "Acme", START.minusSeconds(8));
        bare.keySet().removeAll(List.of("username", "name", "topic_id", "version", "post_type"));
        says(json(Map.of("latest_posts", List.of(nameless, timeless, bare))));

        Pull.Page page = page(Checkpoint.NONE);

        assertThat(ids(List.of(page))).containsExactly("2");
        assertThat(page.rejected()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`<aside class=\"quote no-group\"><blockquote>bad</blockquote></aside><p>no</p>`, no",
                "`<p>see</p><aside class=\"onebox allowlistedgeneric\"><h3>Shop</h3></aside>`, see",
                "`<div class=\"lightbox-wrapper\"><a class=\"lightbox\"><div class=\"meta\">a.png"
                        + " 9 KB</div></a></div><blockquote>my own</blockquote>`, my own",
                "`<pre><code>a\n  b</code></pre>`, `a\nb`"
            })
    void onlyTheAuthorsOwnWordsAreKept(String cooked, String words) {
        assertThat(Cooked.words(cooked)).isEqualTo(words);
    }
}
