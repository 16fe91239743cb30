package firsthour.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyLimitTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0, 0, 0",
        "sorry, 5, 5, 5",
        "🙂, 1, 1, 4",
        "👨‍👩‍👧, 5, 1, 18",
        "🇺🇦🇺🇦, 4, 2, 16",
        "e\u0301, 2, 1, 3"
    })
    void countsAsTheNetworkDoes(String text, int characters, int graphemes, int bytes) {
        assertThat(new ReplyLimit(9, ReplyLimit.Unit.CHARACTERS).length(text))
                .isEqualTo(characters);
        assertThat(new ReplyLimit(9, ReplyLimit.Unit.GRAPHEMES).length(text)).isEqualTo(graphemes);
        assertThat(new ReplyLimit(9, ReplyLimit.Unit.BYTES).length(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"sorry, true", "sorry!, false"})
    void theLongestTextIsAllowed(String text, boolean allowed) {
        assertThat(new ReplyLimit(5, ReplyLimit.Unit.CHARACTERS).allows(text)).isEqualTo(allowed);
    }
}
