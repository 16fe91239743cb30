package firsthour.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseTitlesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Product quality, 16 Nov|Produktqualität, 16. Nov.",
                "The same words, 2 Mar|Dieselben Worte, 2. März",
                "Delivery, of all things|Delivery, of all things",
                "The northern round, 16 Nov|The northern round, 16 Nov",
                "A round that never left|A round that never left"
            })
    void whatOurRulesCalledACauseIsSaidInGermanAndWhatPeopleCalledItIsNot(
            String stored, String german) {
        assertThat(Language.GERMAN.<String, RuntimeException>say(() -> CauseTitles.say(stored)))
                .isEqualTo(german);
        assertThat(CauseTitles.say(stored)).as("in English as it was stored").isEqualTo(stored);
    }
}
