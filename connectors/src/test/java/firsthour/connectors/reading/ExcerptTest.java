package firsthour.connectors.reading;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import firsthour.connectors.Refusal;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    /// Far more than it takes; an answer that takes longer would hold up a source.
    private static final Duration HANGING = Duration.ofSeconds(20);

    private static final Json<Thing> THINGS =
            new Json<>(Thing.class, thing -> thing.name() != null, "name", "address");

    private final Outbound outbound =
            new Outbound(
                    () -> Instant.parse("2026-11-09T10:00:00Z"), "127.0.0.1"::equals, Limits.USUAL);

    record Thing(@Nullable String name) {}

    @AfterEach
    void close() {
        outbound.close();
    }

    @Test
    void ofAWebPageWhatAPersonWouldReadIsShown() {
        assertThat(
                        answered(
                                "text/html",
                                "<!doctype html><html><head><title>Sign in</title><script>var"
                                        + " a</script></head><body><p>Please sign"
                                        + " in.</p></body></html>"))
                .isEqualTo("Sign in\nPlease sign in.");
    }

    @Test
    void ofAnotherShapeTheFirstLinesAreShown() {
        assertThat(
                        answered(
                                "application/json",
                                "{\"nome\": \"x\",\n\n \"b\":1,\n\"c\":2,\n\"d\":3}"))
                .isEqualTo("{\"nome\": \"x\",\n\"b\":1,\n\"c\":2,");
        assertThat(Excerpt.of("word ".repeat(200))).hasSize(300).endsWith("…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_token\": \"hush\"}",
                "Authorization: Bearer hush",
                "https://api.example/find?apikey=hush&name=acme",
                "<input name=csrf value=x> session=hush;",
                "the password hush is wrong",
                "{\"my-access_token-2\" : 'hush'}",
                "x_key_x=Basic hush",
                "Ükey=hush"
            })
    void whatIsNamedAsASecretIsMasked(String text) {
        assertThat(Excerpt.of(text)).contains("•••").doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N",
                "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
            })
    void whatLooksLikeATokenIsMaskedWhereverItStands(String token) {
        var shown = Excerpt.of("x".repeat(280) + " [" + token + "] and more");
        assertThat(shown).contains("•••");
        for (var piece : token.split("\\.", -1)) {
            assertThat(shown).doesNotContain(piece.substring(0, 8));
        }
    }

    @Test
    void wordsAreNotMasked() {
        assertThat(Excerpt.of("Internationalisation is a very-long-hyphenated-word in 2026."))
                .doesNotContain("•••");
    }

    @ParameterizedTest
    @CsvSource({
        "key, 8000",
        "token-, 30000",
        "a, 500000",
        "1, 500000",
        "a1, 200000",
        "'key ', 100000",
        "'key=', 100000",
        "'bearer ', 100000",
        "'\"key\": ', 100000",
        "'=', 500000",
        "'-', 500000"
    })
    void noLongRunHoldsItUp(String piece, int times) {
        var run = piece.repeat(times);
        for (var text : List.of(run, "key" + run, "key=" + run, "key" + run + ":")) {
            var shown = assertTimeoutPreemptively(HANGING, () -> Excerpt.of(text));
            assertThat(shown).hasSizeLessThanOrEqualTo(300);
        }
    }

    @Test
    void aLongSilenceAfterAWordHoldsNothingUp() {
        var text = ("bearer" + " ".repeat(100_000) + "\"key" + " ".repeat(100_000)).repeat(3);
        assertThat(assertTimeoutPreemptively(HANGING, () -> Excerpt.of(text))).startsWith("bearer");
    }

    private String answered(String type, String body) {
        SERVER.stubFor(
                get("/things")
                        .willReturn(aResponse().withHeader("content-type", type).withBody(body)));
        var reply =
                THINGS.ask(
                        outbound,
                        Request.get(
                                URI.create("http://127.0.0.1:" + SERVER.getPort() + "/things")));
        var refused = (Json.Reply.Refused<Thing>) reply;
        return ((Refusal.SourceChanged) refused.why()).answer();
    }
}
