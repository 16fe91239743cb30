package firsthour.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlackFormatTest {
    private static final URI CASE = URI.create("https://desk.example.com/cases/7");
    private static final Pattern LINK = Pattern.compile("<https?://[^<>|\\s]+\\|[^<>]+>");

    private final ObjectMapper json = new ObjectMapper();
    private final SlackFormat slack = new SlackFormat(json);

    @Property(tries = 300)
    void staysWithinSlacksLimitsWhateverAPostHolds(
            @ForAll("wild") String headline,
            @ForAll("wild") String text,
            @ForAll("wild") String name)
            throws Exception {
        var written = write(wild(headline, text, name), true);

        assertThat(written.get("blocks").size()).isBetween(1, 50);
        var all = 0;
        for (var block : written.get("blocks")) {
            all += block.toString().length();
            switch (block.get("type").asText()) {
                case "header" -> assertThat(text(block)).hasSizeBetween(1, 150);
                case "section" -> assertThat(text(block)).hasSizeBetween(1, 3000);
                case "context" -> assertThat(block.get("elements")).hasSizeLessThanOrEqualTo(10);
                case "actions" -> {
                    var button = block.get("elements").get(0);
                    assertThat(button.get("url").asText()).hasSizeLessThanOrEqualTo(3000);
                    assertThat(text(button)).hasSizeBetween(1, 75);
                }
                default -> throw new AssertionError("Unexpected block " + block);
            }
        }
        assertThat(all).isLessThanOrEqualTo(13_000);
        assertThat(written.get("text").asText()).hasSizeBetween(1, 4000);
    }

    @Property(tries = 300)
    void letsNoPostMentionAnybodyOrHideALink(@ForAll("wild") String text) throws Exception {
        var written = write(wild("New complaint", text, text), false);

        for (var marked : markedTexts(written)) {
            var withoutOurLinks = LINK.matcher(marked).replaceAll("");
            assertThat(withoutOurLinks).doesNotContain("<").doesNotContainPattern(" >|^>[^ ]");
            assertThat(withoutOurLinks).doesNotContainPattern("@[^\u200b]");
        }
    }

    @Test
    void neutralisesMentionsAndLinksInAPost() throws Exception {
        var written =
                write(
                        wild("New", "<!channel> <@U123> @here <https://evil.example|click> &", "x"),
                        false);

        assertThat(text(written.get("blocks").get(2)))
                .isEqualTo(
                        "> &lt;!channel&gt; &lt;@\u200bU123&gt; @\u200bhere"
                                + " &lt;https://evil.example|click&gt; &amp;");
        assertThat(written.get("unfurl_links").asBoolean(true)).isFalse();
        assertThat(written.get("unfurl_media").asBoolean(true)).isFalse();
        assertThat(written.findPath("verbatim").asBoolean()).isTrue();
    }

    @Test
    void quotesEachLineAndCutsBetweenCharactersAsReadersSeeThem() throws Exception {
        var family = "👩‍👩‍👧";
        assertThat(Mrkdwn.quote("one\r\n\r\n\r\ntwo", 100)).isEqualTo("> one\n> two");
        assertThat(Mrkdwn.line("ab" + family + "cd", 6)).isEqualTo("ab…");
        assertThat(Mrkdwn.line("ab" + family, 10)).isEqualTo("ab" + family);
        assertThat(Mrkdwn.line("a\u202Eb\u0000c\ud800", 10)).isEqualTo("abc");
    }

    @Test
    void showsAPostsLinkOnlyWhenItLeadsToTheWeb() {
        assertThat(Mrkdwn.link(URI.create("https://a.example/?b=1&c=2"), "post", 100))
                .isEqualTo("<https://a.example/?b=1&amp;c=2|post>");
        assertThat(Mrkdwn.link(URI.create("javascript:alert(1)"), "post", 100)).isEmpty();
        assertThat(Mrkdwn.link(URI.create("/cases/7"), "post", 100)).isEmpty();
        assertThat(Mrkdwn.link(URI.create("https://a.example/" + "x".repeat(100)), "post", 100))
                .isEmpty();
    }

    @Test
    void leadsToTheCaseFromBlocksAndFromTheNotice() throws Exception {
        var written = write(wild("18 min left", "text", "name"), false);

        assertThat(written.findPath("url").asText()).isEqualTo(CASE.toString());
        assertThat(written.get("text").asText())
                .startsWith("New complaint · 18 min left\n")
                .endsWith("<https://desk.example.com/cases/7|Open the case>");
    }

    @Provide
    Arbitrary<String> wild() {
        var anything = Arbitraries.strings().all().ofMaxLength(6000);
        var nasty =
                Arbitraries.of(
                                "<",
                                ">",
                                "&",
                                "|",
                                "@",
                                "*",
                                "`",
                                "\n",
                                "\r\n",
                                "<!here>",
                                "👩‍👩‍👧",
                                "e\u0301",
                                "\u202E",
                                "שלום",
                                "https://a.example/<b>|c",
                                "   ",
                                "x".repeat(500))
                        .list()
                        .ofMaxSize(300)
                        .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(anything, nasty);
    }

    private Message wild(String headline, String text, String name) {
        return new Message(
                "New complaint · " + headline,
                text,
                text,
                List.of(text, name, text, name, text, name, text),
                List.of(name, text, name, text, name, text),
                post(),
                new Message.Button("Open the case", CASE));
    }

    private static @Nullable URI post() {
        return URI.create("https://social.example/@kestrel/1?a=b&c=d");
    }

    private JsonNode write(Message message, boolean repeat) throws Exception {
        return json.readTree(slack.write(message, repeat));
    }

    private static String text(JsonNode block) {
        return block.get("text").get("text").asText();
    }

    /// Every text that Slack would parse.
    private static List<String> markedTexts(JsonNode written) {
        return Stream.concat(
                        written.findParents("verbatim").stream()
                                .map(text -> text.get("text").asText()),
                        Stream.of(written.get("text").asText()))
                .toList();
    }
}
