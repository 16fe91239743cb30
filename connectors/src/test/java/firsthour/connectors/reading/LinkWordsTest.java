package firsthour.connectors.reading;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkWordsTest {
    @ParameterizedTest
    @CsvSource({
        "here, https://a.example/x, here (https://a.example/x)",
        "https://a.example/x, https://a.example/x, https://a.example/x",
        "a.example/x, https://www.a.example/x/, a.example/x",
        "a.example/lo..., https://a.example/long, https://a.example/long",
        "https://a.example/lo…, https://a.example/long, https://a.example/long",
        "b.example/lo..., https://a.example/long, b.example/lo... (https://a.example/long)",
        "..., https://a.example/long, ... (https://a.example/long)",
        "@ann, https://a.example/@ann, @ann",
        "#acme, https://a.example/tags/acme, #acme",
        "here, /x, here",
        "here, javascript:alert(1), here",
        "here, not an address, here"
    })
    void aLinkSaysWhereItLeads(String shown, String address, String words) {
        assertThat(LinkWords.of(shown, address)).isEqualTo(words);
    }

    @Property
    void nothingThatIsShownIsLost(@ForAll String shown) {
        assertThat(LinkWords.of(shown, "https://a.example/")).startsWith(shown);
    }
}
