package firsthour.connectors.businessprofile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginalTextTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`(Translated by Google) Cold food.\n\n(Original)\nKaltes Essen.`, Kaltes Essen.",
                "`(Translated by Google)\nCold.\n\nBad.\n\n(Original)\nKalt.\n\nSchlecht.`,"
                        + " `Kalt.\n\nSchlecht.`",
                "`Kaltes Essen.\n\n(Translated by Google)\nCold food.`, Kaltes Essen.",
                "`Kalt.\n\nSchlecht.\n\n(Translated by Google) Cold.`, `Kalt.\n\nSchlecht.`",
                "`Great (Original) recipe`, `Great (Original) recipe`",
                "`Menu (Translated by Google) is bad`, `Menu (Translated by Google) is bad`",
                "`(Translated by Google) Cold food.`, `(Translated by Google) Cold food.`",
                "`Cold food.`, Cold food.",
                "``, ``",
            })
    void whatTheAuthorWroteIsKept(String whole, String original) {
        assertThat(OriginalText.of(whole)).isEqualTo(original);
    }
}
