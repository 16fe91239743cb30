package firsthour.connectors.reading;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import firsthour.connectors.Refusal;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

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
                "the password hush is wrong"
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
