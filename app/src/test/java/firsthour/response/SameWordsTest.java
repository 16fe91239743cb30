package firsthour.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We are sorry.|We are sorry.|true",
                "We are sorry.|@ann We are  sorry.|true",
                "“We” are sorry…|\"We\" are sorry...|true",
                "See https://kestrel.example/very/long now|See now|true",
                "We are sorry.|We are sorry, Ann.|false",
                "We are sorry.|Thank you!|false",
                "Sorry!|You should be sorry|false",
                "🙏|🙏|true",
                "🙏|👍|false"
            })
    void aTextIsKnownAgainHoweverTheNetworkShowsIt(String sent, String found, boolean same) {
        assertThat(SameWords.are(sent, found)).isEqualTo(same);
    }
}
