package firsthour.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import firsthour.demo.ChatBlock.Line;
import firsthour.demo.ChatBlock.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatMarkupTest {

    @Test
    void quotedLinesAreTakenAsTheyAre() {
        assertThat(ChatMarkup.lines("> I *love* &lt;b&gt;\n> _it_"))
                .containsExactly(
                        new Line(true, List.of(plain("I *love* <b>"))),
                        new Line(true, List.of(plain("_it_"))));
    }

    @Test
    void ourLinesMayBeBoldOrItalicAndHoldLinks() {
        assertThat(ChatMarkup.lines("*Since then:* see <https://a.example/?b&amp;c|the post>"))
                .containsExactly(
                        new Line(
                                false,
                                List.of(
                                        new Span("Since then:", true, false, null),
                                        plain(" see "),
                                        new Span(
                                                "the post",
                                                false,
                                                false,
                                                "https://a.example/?b&c"))));
        assertThat(ChatMarkup.lines("_may be a repeat_"))
                .containsExactly(
                        new Line(false, List.of(new Span("may be a repeat", false, true, null))));
    }

    @Test
    void nothingLeadsAnywhereButToTheWeb() throws Exception {
        assertThat(ChatMarkup.lines("<javascript:alert(1)|click>"))
                .containsExactly(new Line(false, List.of(plain("click"))));
        var button =
                """
                [{"type": "actions", "elements": [{"type": "button",
                  "text": {"type": "plain_text", "text": "Open"}, "url": "javascript:alert(1)"}]}]
                """;
        assertThat(ChatBlock.read(new ObjectMapper().readTree(button))).isEmpty();
    }

    private static Span plain(String text) {
        return new Span(text, false, false, null);
    }
}
