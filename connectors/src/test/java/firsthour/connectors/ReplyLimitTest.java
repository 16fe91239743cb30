package firsthour.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyLimitTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0, 0",
        "sorry, 5, 5",
        "🙂, 1, 1",
        "👨‍👩‍👧, 5, 1",
        "🇺🇦🇺🇦, 4, 2",
        "e\u0301, 2, 1"
    })
    void countsAsTheNetworkDoes(String text, int characters, int graphemes) {
        assertThat(new ReplyLimit(9, ReplyLimit.Unit.CHARACTERS).length(text))
                .isEqualTo(characters);
        assertThat(new ReplyLimit(9, ReplyLimit.Unit.GRAPHEMES).length(text)).isEqualTo(graphemes);
    }

    @ParameterizedTest
    @CsvSource({"sorry, true", "sorry!, false"})
    void theLongestTextIsAllowed(String text, boolean allowed) {
        assertThat(new ReplyLimit(5, ReplyLimit.Unit.CHARACTERS).allows(text)).isEqualTo(allowed);
    }
}
