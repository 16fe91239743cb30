package firsthour.connectors.appstore;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The pretended store gives pages of 50, the newest first; each page names the last one.
class AppStoreConnectorTest extends ConnectorContract {
    private static final int PAGE = 50;
    private static final Pattern ASKED =
            Pattern.compile("/us/rss/customerreviews/page=(\\d+)/id=440/sortBy=mostRecent/json");

    @Override
    protected Connector connector(Outbound way) {
        return new AppStoreConnector(way, clock);
    }

    @Override
    protected Settings settings(String address) {
        return new Settings(Map.of("app", "440", "country", "US", "endpoint", address));
    }

    @Override
    protected Map<Settings, String> wrongSettings() {
        return Map.of(
                new Settings(Map.of("country", "us")), "app",
                new Settings(Map.of("country", "us", "app", "id440")), "app",
                new Settings(Map.of("app", "440")), "country",
                new Settings(Map.of("app", "440", "country", "USA")), "country",
                new Settings(Map.of("app", "440", "country", "us", "endpoint", "none")),
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
    protected boolean newestFirst() {
        return true;
    }

    @Override
    protected int many() {
        return 120;
    }

    @Override
    protected ResponseDefinitionBuilder answer(Request request, List<Sample> posts) {
        int page = page(request);
        int last = Math.max(1, (posts.size() + PAGE - 1) / PAGE);
        int from = Math.min(posts.size(), (page - 1) * PAGE);
        var entries =
                posts.reversed().subList(from, Math.min(posts.size(), from + PAGE)).stream()
                        .map(sample -> review(idOf(sample), sample.text(), sample.at()))
                        .toList();
        return feed(entries, String.valueOf(last));
    }

    @Test
    void aReviewBecomesAPost() {
        says(feed(List.of(app(), review("7", "It crashes\ndaily.", ago(600))), "1"));

        assertThat(page(Checkpoint.NONE).posts())
                .containsExactly(
                        new Post(
                                "7",
                                Optional.of(
                                        URI.create(
                                                "https://itunes.apple.com/us/review?id=440&type=Purple%20Software")),
                                Optional.of("Disappointed"),
                                "It crashes\ndaily.",
                                Optional.of(
                                        new Post.Author(
                                                "ann",
                                                Optional.empty(),
                                                Optional.of(
                                                        URI.create(
                                                                "https://itunes.apple.com/us/reviews/id9")),
                                                OptionalLong.empty())),
                                Optional.empty(),
                                OptionalInt.of(2),
                                Optional.empty(),
                                ago(600),
                                Optional.empty()));
    }

    @Test
    void oneReviewMayStandWithoutItsList() {
        says(json(Map.of("feed", Map.of("entry", review("7", "late", ago(600))))));

        assertThat(ids(List.of(page(Checkpoint.NONE)))).containsExactly("7");
    }

    @Test
    void noReviewsAtFirstMayMeanThatAppleShowsNone() {
        for (List<Map<String, Object>> none : List.of(List.of(app()), NOTHING)) {
            says(feed(none, ""));

            assertThat(refusal()).isInstanceOf(Refusal.SourceChanged.class);
            assertThat(refusal().detail()).contains("as for many apps").contains("country");
        }
    }

    @Test
    void noReviewsWhereThereWereSomeMeanThatTheSourceChanged() {
        holds(Sample.some(3, 1, ago(900), 40));
        Checkpoint checkpoint = page(Checkpoint.NONE).next();
        says(feed(NOTHING, ""));

        assertThat(refused(checkpoint).detail()).contains("before");
    }

    @Test
    void anEmptyPageInTheMiddleBreaksTheWalkOffAndLosesNothing() {
        List<Sample> posts = Sample.some(120, 1, ago(50_000), 150);
        holds(posts);
        Pull.Page first = page(Checkpoint.NONE);

        for (String last : List.of("", "3")) {
            says(feed(NOTHING, last));
            assertThat(refused(first.next()).detail()).contains("page 2");
        }

        holds(posts);
        assertThat(ids(drain(first.next()))).hasSize(70);
    }

    @Test
    void anEmptyPageBehindTheLastOneIsTheEnd() {
        answers(request ->
                page(request) == 1
                        ? answer(request, Sample.some(120, 1, ago(50_000), 150))
                        : feed(NOTHING, "1"));

        assertThat(ids(drain(Checkpoint.NONE))).hasSize(50);
    }

    @Test
    void behindTheTenthPageNothingIsAskedFor() {
        answers(request -> {
            assertThat(page(request)).isLessThanOrEqualTo(10);
            return answer(request, Sample.some(700, 1, ago(80_000), 100));
        });

        assertThat(ids(drain(Checkpoint.NONE))).hasSize(500);
    }

    @Test
    void aReviewWithoutIdOrTimeIsRejectedAndTheOthersCome() {
        Map<String, Object> nameless = review("1", "late", ago(9));
        nameless.remove("id");
        Map<String, Object> timeless = review("2", "late", ago(9));
        timeless.put("updated", Map.of("label", "yesterday"));
        List<Map<String, Object>> entries = new ArrayList<>(List.of(nameless, timeless));
        entries.add(null);
        entries.add(review("3", "late", ago(8)));
        says(feed(entries, "1"));

        Pull.Page page = page(Checkpoint.NONE);

        assertThat(ids(List.of(page))).containsExactly("3");
        assertThat(page.rejected())
                .extracting(Pull.Rejected::where)
                .containsExactly("a review", "review 2");
    }

    private Refusal refused(Checkpoint checkpoint) {
        Pull pull = pull(checkpoint);
        assertThat(pull).isInstanceOf(Pull.Refused.class);
        return ((Pull.Refused) pull).refusal();
    }

    private static final List<Map<String, Object>> NOTHING = List.of();

    private static int page(Request request) {
        Matcher asked = ASKED.matcher(request.getUrl());
        assertThat(asked.matches()).isTrue();
        return Integer.parseInt(asked.group(1));
    }

    private static Instant ago(long seconds) {
        return START.minusSeconds(seconds);
    }

    private static Map<String, Object> app() {
        return Map.of(
                "im:name", Map.of("label", "Acme"),
                "title", Map.of("label", "Acme - Acme Ltd"),
                "id", Map.of("label", "https://itunes.apple.com/us/app/acme/id440"));
    }

    private static Map<String, Object> review(String id, String text, Instant at) {
        Map<String, Object> review = new HashMap<>();
        review.put("id", Map.of("label", id));
        review.put("title", Map.of("label", "Disappointed"));
        review.put("content", Map.of("label", text, "attributes", Map.of("type", "text")));
        review.put("updated", Map.of("label", at.toString()));
        review.put("im:rating", Map.of("label", "2"));
        review.put("im:version", Map.of("label", "2.1"));
        review.put(
                "author",
                Map.of(
                        "name", Map.of("label", "ann"),
                        "uri", Map.of("label", "https://itunes.apple.com/us/reviews/id9"),
                        "label", ""));
        review.put(
                "link",
                Map.of(
                        "attributes",
                        Map.of(
                                "rel",
                                "related",
                                "href",
                                "https://itunes.apple.com/us/review?id=440&type=Purple%20Software")));
        return review;
    }

    /// @param last the number of the last page; empty where Apple names none
    private static ResponseDefinitionBuilder feed(List<Map<String, Object>> entries, String last) {
        String href =
                last.isEmpty()
                        ? ""
                        : "https://itunes.apple.com/us/rss/customerreviews/page="
                                + last
                                + "/id=440/sortby=mostrecent/xml?urlDesc=/customerreviews/page=9/id=440";
        Map<String, Object> feed = new HashMap<>();
        feed.put("title", Map.of("label", "iTunes Store: Customer Reviews"));
        feed.put(
                "link",
                List.of(
                        Map.of("attributes", Map.of("rel", "first", "href", "")),
                        Map.of("attributes", Map.of("rel", "last", "href", href))));
        if (!entries.isEmpty()) {
            feed.put("entry", entries);
        }
        return json(Map.of("feed", feed)).withHeader("Content-Type", "text/javascript");
    }
}
