package firsthour.connectors.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AtLinksTest {
    private static final String URI = "https://acme.example/orders/1234567";

    @Test
    void aShortenedLinkBecomesWholeWhateverStandsBeforeIt() {
        String before = "Déjà vu 🙂👩‍👩‍👧 ";
        for (String shown : List.of("acme.example/ord...", "https://acme.example/ord…")) {
            int start = before.getBytes(UTF_8).length;
            var facet = link(start, start + shown.getBytes(UTF_8).length, URI);

            assertThat(AtLinks.whole(before + shown + " late", List.of(facet)))
                    .isEqualTo(before + URI + " late");
        }
    }

    @Test
    void severalLinksAreReplacedInWhateverOrderTheyAreListed() {
        String text = "a.example/1... b.example/2...";

        assertThat(
                        AtLinks.whole(
                                text,
                                List.of(
                                        link(15, 29, "https://b.example/222"),
                                        link(0, 14, "https://a.example/111"))))
                .isEqualTo("https://a.example/111 https://b.example/222");
    }

    @Test
    void otherWordsSayWhereTheyLead() {
        assertThat(AtLinks.whole("see help now", List.of(link(4, 8, URI))))
                .isEqualTo("see help (" + URI + ") now");
    }

    @Test
    void whatIsNoLinkOrSpeltOutStaysAsItWasWritten() {
        String text = "see help... acme.example 🙂";
        int length = text.getBytes(UTF_8).length;

        for (var facet :
                List.of(
                        link(4, 4_000, URI),
                        link(-3, 11, URI),
                        link(11, 4, URI),
                        link(length - 2, length, URI), // within a character
                        new AtPost.Facet(null, List.of()),
                        new AtPost.Facet(new AtPost.Span(4, 11), null))) {
            assertThat(AtLinks.whole(text, List.of(facet))).isEqualTo(text);
        }
        assertThat(AtLinks.whole(text, null)).isEqualTo(text);
        assertThat(AtLinks.whole(text, Arrays.asList((AtPost.Facet) null))).isEqualTo(text);
    }

    @Test
    void featuresOfForeignShapesDoNoHarm() {
        List<@Nullable JsonNode> features = new ArrayList<>();
        features.add(null);
        features.add(json("x"));
        features.add(json(Map.of("$type", "org.example.other", "uri", Map.of("a", 1))));
        features.add(json(Map.of("$type", "app.bsky.richtext.facet#link", "uri", List.of())));

        assertThat(
                        AtLinks.whole(
                                "acme.example/o...",
                                List.of(new AtPost.Facet(new AtPost.Span(0, 17), features))))
                .isEqualTo("acme.example/o...");
    }

    @Test
    void theLinksOfAReplyAreMarkedInBytesAndWithoutTheSentencesDot() {
        assertThat(AtLinks.in("🙂 See https://acme.example/help. Or (http://b.example/ä)!"))
                .containsExactly(
                        marked(9, 34, "https://acme.example/help"),
                        marked(40, 59, "http://b.example/ä"));
        assertThat(AtLinks.in("no link, https:// alone")).isEmpty();
    }

    private static AtPost.Facet link(int start, int end, String uri) {
        return new AtPost.Facet(
                new AtPost.Span(start, end),
                List.of(json(Map.of("$type", "app.bsky.richtext.facet#link", "uri", uri))));
    }

    private static Map<String, Object> marked(int start, int end, String uri) {
        return Map.of(
                "index",
                Map.of("byteStart", start, "byteEnd", end),
                "features",
                List.of(Map.of("$type", "app.bsky.richtext.facet#link", "uri", uri)));
    }

    private static JsonNode json(Object value) {
        return new ObjectMapper().valueToTree(value);
    }
}
