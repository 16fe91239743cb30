package firsthour.connectors.steam;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pretended store gives a page of 100, those that were changed last first, and behind the last
/// one an empty page with the same cursor.
class SteamConnectorTest extends ConnectorContract {
    private static final int PAGE = 100;

    @Override
    protected Connector connector(Outbound way) {
        return new SteamConnector(way, clock);
    }

    @Override
    protected Settings settings(String address) {
        return new Settings(Map.of("app", "440", "endpoint", address));
    }

    @Override
    protected Map<Settings, String> wrongSettings() {
        return Map.of(
                new Settings(Map.of("endpoint", address())), "app",
                new Settings(Map.of("app", "Team Fortress", "endpoint", address())), "app",
                new Settings(Map.of("app", "440", "endpoint", "not an address")), "endpoint");
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
    protected ResponseDefinitionBuilder answer(Request request, List<Sample> posts) {
        String cursor = request.queryParameter("cursor").firstValue();
        int from = cursor.equals("*") ? 0 : Integer.parseInt(cursor.substring(1));
        int to = Math.min(posts.size(), from + PAGE);
        var found =
                posts.reversed().subList(Math.min(from, to), to).stream()
                        .map(sample -> review(idOf(sample), sample.text(), sample.at()))
                        .toList();
        return reviews(found, "+" + to);
    }

    @Test
    void aReviewBecomesAPostAndTheDevelopersResponseAnother() {
        Map<String, Object> review =
                review("7", "[b]Crashes[/b] [sic]\n[list][*]daily[*]twice[/list]", ago(600));
        review.put("timestamp_updated", ago(300).getEpochSecond());
        review.put("voted_up", false);
        review.put("language", "schinese");
        review.put("developer_response", "Mended in [i]2.1[/i].");
        review.put("timestamp_dev_responded", ago(100).getEpochSecond());
        says(reviews(List.of(review), "*"));
        Optional<URI> page =
                Optional.of(
                        URI.create("https://steamcommunity.com/profiles/7656/recommended/440/"));

        assertThat(page(Checkpoint.NONE).posts())
                .containsExactly(
                        new Post(
                                        "7",
                                        page,
                                        Optional.empty(),
                                        "Crashes [sic]\n- daily\n- twice",
                                        Optional.of(
                                                new Post.Author(
                                                        "7656",
                                                        Optional.empty(),
                                                        Optional.of(
                                                                URI.create(
                                                                        "https://steamcommunity.com/profiles/7656")),
                                                        OptionalLong.empty())),
                                        Optional.of("zh-Hans"),
                                        OptionalInt.of(1),
                                        Optional.empty(),
                                        ago(600),
                                        Optional.of(ago(300)))
                                .writtenAs((String) review.get("review")),
                        new Post(
                                        "7/response",
                                        page,
                                        Optional.empty(),
                                        "Mended in 2.1.",
                                        Optional.empty(),
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        Optional.of("7"),
                                        ago(100),
                                        Optional.empty())
                                .byTheBrand()
                                .writtenAs("Mended in [i]2.1[/i]."));
    }

    @Test
    void aReviewThatWasChangedComesAgain() {
        says(reviews(List.of(review("7", "fine", ago(600))), "*"));
        Checkpoint checkpoint = page(Checkpoint.NONE).next();

        later(Duration.ofMinutes(30));
        Map<String, Object> changed = review("7", "broken", ago(600));
        changed.put("timestamp_updated", START.plusSeconds(60).getEpochSecond());
        says(reviews(List.of(changed), "*"));
        Pull.Page again = page(checkpoint);

        assertThat(again.posts()).extracting(Post::text).containsExactly("broken");
        assertThat(page(again.next()).posts()).isEmpty();
    }

    @Test
    void anOldResponseDoesNotEndTheWalk() {
        Map<String, Object> review = review("7", "late", ago(600));
        review.put("developer_response", "no");
        review.put("timestamp_dev_responded", ago(90 * 86_400).getEpochSecond());
        says(reviews(List.of(review), "+1"));

        assertThat(page(Checkpoint.NONE).more()).isTrue();
    }

    @Test
    void anAppThatIsNotKnownIsNamed() {
        says(aResponse().withBody("{\"success\":2}"));
        assertThat(refusal())
                .isInstanceOfSatisfying(
                        Refusal.Misconfigured.class,
                        wrong -> assertThat(wrong.field()).isEqualTo("app"));
    }

    @Test
    void aThumbAloneIsAReview() {
        says(reviews(List.of(review("7", "", ago(60))), "*"));
        Post post = page(Checkpoint.NONE).posts().getFirst();
        assertThat(post.text()).isEmpty();
        assertThat(post.rating()).hasValue(5);
    }

    @Test
    void aReviewWithoutIdOrTimeIsRejectedAndTheOthersCome() {
        Map<String, Object> nameless = review("1", "late", ago(9));
        nameless.remove("timestamp_created");
        says(reviews(List.of(nameless, review("2", "late", ago(8))), "*"));

        Pull.Page page = page(Checkpoint.NONE);

        assertThat(ids(List.of(page))).containsExactly("2");
        assertThat(page.rejected()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`[url=https://x.example]here[/url] [spoiler]he dies[/spoiler]`, here he dies",
                "`5 [out of] 5 [/sarcasm]`, `5 [out of] 5 [/sarcasm]`",
                "`[h1]Good[/h1]not great`, `Good\nnot great`",
                "`[b][b][b`, `[b`",
            })
    void markupIsTakenOutAndWhatOnlyLooksLikeItStays(String marked, String plain) {
        assertThat(BbCode.text(marked)).isEqualTo(plain.replace("\\n", "\n"));
    }

    private static Instant ago(long seconds) {
        return START.minusSeconds(seconds);
    }

    private static Map<String, Object> review(String id, String text, Instant at) {
        Map<String, Object> review = new LinkedHashMap<>();
        review.put("recommendationid", id);
        review.put("author", Map.of("steamid", "7656", "playtime_forever", 120));
        review.put("language", "english");
        review.put("review", text);
        review.put("timestamp_created", at.getEpochSecond());
        review.put("timestamp_updated", at.getEpochSecond());
        review.put("voted_up", true);
        review.put("votes_up", 3);
        return review;
    }

    private static ResponseDefinitionBuilder reviews(
            List<Map<String, Object>> reviews, String cursor) {
        return json(Map.of("success", 1, "reviews", reviews, "cursor", cursor));
    }
}
