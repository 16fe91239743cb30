package firsthour.connectors.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a  b\t c,a b c",
                "<p>a</p><p>b</p>,a\\n\\nb",
                "a<br>b<br/><br>c,a\\nb\\n\\nc",
                "<ul><li>a</li><li>b</li></ul>,a\\nb",
                "<pre>a\\n  b</pre>,a\\nb",
                "it&#x27;s &lt;b&gt; &amp;amp;,it's <b> &amp;",
                "<script>x</script><style>y</style>z,z",
                "<b>a</b>b <i>c</i>,ab c",
                "5 < 6 > 4,5 < 6 > 4",
                "<img src=x onerror=alert(1)>a,a",
                "a<a href='https://a.example'> here</a>!,a here (https://a.example)!",
                "<p>see <a href='https://a.example/x'><i>a.example</i>/x</a></p>b,see a.example/x\\n\\nb",
                "<a href='https://a.example'><img src=x></a>a,a",
                "a <a href='https://a.example'>foo　</a>b,a foo　 (https://a.example)b",
                "<a href='https://a.example/@b' class='mention'>@<span>b</span></a> c,@b c",
                "a<!-- c -->b,ab"
            })
    void htmlBecomesWhatAReaderSees(String html, String text) {
        assertThat(PlainText.ofHtml(html.replace("\\n", "\n")))
                .isEqualTo(text.replace("\\n", "\n"));
    }

    @Test
    void deepNestingIsNoTrouble() {
        assertThat(PlainText.ofHtml("<div>".repeat(20_000) + "a")).isEqualTo("a");
    }

    @Test
    void whatNoReaderSeesIsTakenOut() {
        assertThat(PlainText.clean("a\u0000b\u0008c\r\nd\re\u0085f\tg\uFFFFh\uD800i🙂"))
                .isEqualTo("abc\nd\nef\tg\uFFFDh\uFFFDi🙂");
    }

    @Property
    void cleanTextIsStorableAndStaysAsItIs(@ForAll String wild) {
        String clean = PlainText.clean(wild);

        assertThat(clean.chars().noneMatch(c -> c == 0 || c == '\r')).isTrue();
        assertThat(new String(clean.getBytes(UTF_8), UTF_8)).isEqualTo(clean);
        assertThat(PlainText.clean(clean)).isEqualTo(clean);
    }

    @Property
    void aCutIsShortEnoughAndBreaksNoCharacter(
            @ForAll String wild, @ForAll @IntRange(min = 2, max = 40) int most) {
        String text = PlainText.clean(wild);
        String cut = PlainText.cut(text, most);

        assertThat(cut.length()).isLessThanOrEqualTo(most);
        assertThat(PlainText.clean(cut)).isEqualTo(cut);
    }

    @Property
    void noHtmlMakesItFail(@ForAll String wild) {
        assertThat(PlainText.ofHtml("<p>" + wild + "</p")).doesNotContain("\u0000");
    }
}
