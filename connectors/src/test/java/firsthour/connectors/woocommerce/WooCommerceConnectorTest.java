package firsthour.connectors.woocommerce;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.ConnectorContract;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.RecheckingContract;
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

/// The pretended shop gives the first 100 reviews between two times that are themselves left out,
/// and says how many pages there are.
class WooCommerceConnectorTest extends ConnectorContract implements RecheckingContract {
    private static final int PAGE = 100;

    @Override
    protected Connector connector(Outbound way) {
        return new WooCommerceConnector(way, clock);
    }

    @Override
    protected Settings settings(String address) {
        return new Settings(Map.of("shop", address, "key", "ck_1", "secret", "cs_1"));
    }

    @Override
    protected Map<Settings, String> wrongSettings() {
        return Map.of(
                new Settings(Map.of("key", "ck_1", "secret", "cs_1")), "shop",
                new Settings(Map.of("shop", "my shop", "key", "ck_1", "secret", "cs_1")), "shop",
                new Settings(Map.of("shop", address(), "secret", "cs_1")), "key",
                new Settings(Map.of("shop", address(), "key", "ck_1")), "secret");
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
        return 350;
    }

    @Override
    protected ResponseDefinitionBuilder answer(Request request, List<Sample> posts) {
        assertThat(request.getHeader("authorization")).isEqualTo("Basic Y2tfMTpjc18x");
        var after = Instant.parse(request.queryParameter("after").firstValue());
        var before = Instant.parse(request.queryParameter("before").firstValue());
        var found =
                posts.stream()
                        .filter(sample -> sample.at().isAfter(after))
                        .filter(sample -> sample.at().isBefore(before))
                        .map(WooCommerceConnectorTest::review)
                        .toList();
        return json(found.subList(0, Math.min(PAGE, found.size())))
                .withHeader("X-WP-TotalPages", String.valueOf((found.size() + PAGE - 1) / PAGE));
    }

    @Override
    public Settings recheckSettings(String address) {
        return settings(address);
    }

    @Override
    public ResponseDefinitionBuilder answerToRecheck(Request request, List<Sample> held) {
        List<String> asked = List.of(request.queryParameter("include").firstValue().split(",", -1));
        return json(
                held.stream()
                        .filter(sample -> asked.contains(idOf(sample)))
                        .map(WooCommerceConnectorTest::review)
                        .toList());
    }

    @Test
    void aReviewBecomesAPost() {
        Map<String, Object> review = review(new Sample(7, "", START.minusSeconds(60)));
        review.put("review", "<p>Broke after <b>two</b> days.</p>\n<p>Never again</p>\n");
        review.put("rating", 1);
        says(json(List.of(review)));

        assertThat(page(Checkpoint.NONE).posts())
                .containsExactly(
                        new Post(
                                        "7",
                                        Optional.of(
                                                URI.create(
                                                        "https://shop.example/product/kettle/#comment-7")),
                                        Optional.of("Kettle & lid"),
                                        "Broke after two days.\n\nNever again",
                                        Optional.of(
                                                new Post.Author(
                                                        "Ann",
                                                        Optional.empty(),
                                                        Optional.empty(),
                                                        OptionalLong.empty())),
                                        Optional.empty(),
                                        OptionalInt.of(1),
                                        Optional.empty(),
                                        START.minusSeconds(60),
                                        Optional.empty())
                                .writtenAs(review.get("review").toString()));
    }

    @Test
    void anOlderShopNamesNoProductAndStarsMayBeMissing() {
        Map<String, Object> review = review(new Sample(7, "late", START.minusSeconds(60)));
        review.keySet().removeAll(List.of("product_name", "product_permalink"));
        review.put("rating", 0);
        says(json(List.of(review)));

        Post post = page(Checkpoint.NONE).posts().getFirst();
        assertThat(post.url()).isEmpty();
        assertThat(post.title()).isEmpty();
        assertThat(post.rating()).isEmpty();
    }

    @Test
    void theTimesHaveAZone() {
        page(Checkpoint.NONE);

        SERVER.verify(
                getRequestedFor(urlPathEqualTo("/wp-json/wc/v3/products/reviews"))
                        .withQueryParam("after", equalTo("2026-10-10T09:59:59Z"))
                        .withQueryParam("before", equalTo("2026-11-09T10:00:00Z"))
                        .withQueryParam("per_page", equalTo("100")));
        SERVER.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void aReviewThatIsApprovedTwoDaysLateIsFoundOnce() {
        Sample early = new Sample(1, "fine", START.minusSeconds(60));
        holds(List.of(early));
        Checkpoint checkpoint = drain(Checkpoint.NONE).getLast().next();
        later(Duration.ofDays(2));
        holds(List.of(new Sample(2, "bad", START.minusSeconds(90)), early));

        List<Pull.Page> pages = drain(checkpoint);

        assertThat(ids(pages)).containsExactly("2");
        assertThat(ids(drain(pages.getLast().next()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "401, woocommerce_rest_authentication_error",
        "401, woocommerce_rest_cannot_view",
        "403, woocommerce_rest_cannot_view"
    })
    void aKeyThatTheShopDoesNotTakeIsNamed(int status, String code) {
        says(json(Map.of("code", code, "message", "No.")).withStatus(status));

        assertThat(refusal())
                .isInstanceOfSatisfying(
                        Refusal.Unauthorised.class,
                        wrong ->
                                assertThat(wrong.detail())
                                        .contains("this key")
                                        .doesNotContain("cs_1"));
    }

    @Test
    void aReviewWithoutIdOrTimeIsRejectedAndTheOthersCome() {
        Map<String, Object> nameless = review(new Sample(1, "bad", START.minusSeconds(9)));
        nameless.put("id", null);
        Map<String, Object> timeless = review(new Sample(3, "bad", START.minusSeconds(9)));
        timeless.put("date_created_gmt", "yesterday");
        says(json(List.of(nameless, timeless, review(new Sample(2, "bad", START)))));

        Pull.Page page = page(Checkpoint.NONE);

        assertThat(ids(List.of(page))).containsExactly("2");
        assertThat(page.rejected()).hasSize(2);
    }

    private static Map<String, Object> review(Sample sample) {
        String date = sample.at().toString().replace("Z", "");
        Map<String, Object> review = new LinkedHashMap<>();
        review.put("id", sample.number());
        review.put("date_created", date);
        review.put("date_created_gmt", date);
        review.put("product_id", 22);
        review.put("product_name", "Kettle &amp; lid");
        review.put("product_permalink", "https://shop.example/product/kettle/");
        review.put("status", "approved");
        review.put("reviewer", "Ann");
        review.put("reviewer_email", "ann@mail.example");
        review.put("review", "<p>" + escape(sample.text()) + "</p>\n");
        review.put("rating", 4);
        review.put("verified", true);
        return review;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
