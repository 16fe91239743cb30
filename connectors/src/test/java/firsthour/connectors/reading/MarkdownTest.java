package firsthour.connectors.reading;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "We are sorry.",
                "# 1 fan of *stars*, _lines_ and `ticks`",
                "> 5 - 3 < 4 [x](y) ![z]",
                "- one\n- two\n+ three\n1. four\n2) five",
                "10:30\n---\n===\n~~~\n::: box",
                "C:\\parcels and snake_case and &lt;b&gt; & co",
                "<b>bold</b> <!-- gone -->",
                "Hello\n\nWe are sorry.\nAcme"
            })
    void whatIsWrittenIsShownAsItWasWritten(String text) {
        assertThat(PlainText.ofMarkdown(Markdown.of(text))).isEqualTo(text);
    }

    @Property
    void noMixtureOfSignsBecomesAnythingElse(
            @ForAll
                    @StringLength(min = 1, max = 12)
                    @CharRange(from = 'a', to = 'c')
                    @Chars({
                        '*', '_', '`', '[', ']', '(', ')', '<', '>', '#', '-', '+', '=', '!', '.',
                        '1', '&', ';', '\\', '~', ':', '\n'
                    })
                    String text) {
        String shown = PlainText.ofMarkdown(Markdown.of(text));

        assertThat(shown).isEqualTo(text.strip().replaceAll("\n{3,}", "\n\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "'> ', ''",
        "'- ', ''",
        "'1. ', ''",
        "'*a ', ' b*'",
        "'**a *b ', ' c* d**'",
        "'[', '](x)'",
        "'![', '](x)'",
        "'<b>', '</b>'",
        "'<div>', '</div>'"
    })
    void whatIsNestedToNoEndIsReadAllTheSame(String opening, String closing) {
        String text = opening.repeat(10_000) + "Acme" + closing.repeat(10_000);

        assertThat(PlainText.ofMarkdown(text)).contains("Acme");
    }

    @Test
    void aLineEndsWhereItEnded() {
        assertThat(Markdown.of("Hello,\n    we are sorry.\n\nAcme"))
                .isEqualTo("Hello,  \nwe are sorry.\n\nAcme");
    }

    @Test
    void anAddressStaysAsItIs() {
        String address = "https://acme.example/a_b/?x=1&y=2#part-3";
        assertThat(Markdown.of("See " + address)).isEqualTo("See " + address);
    }
}
