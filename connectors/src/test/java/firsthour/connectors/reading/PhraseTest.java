package firsthour.connectors.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseTest {
    @ParameterizedTest
    @CsvSource({"Acme Airlines, Airlines", "AT&T, AT", "'\"Acme-Pro\" 2', Acme", "アクメ航空, アクメ航空"})
    void theLongestWordIsAsItWasTyped(String phrase, String word) {
        assertThat(Phrase.longestWord(phrase)).contains(word);
    }

    @ParameterizedTest
    @CsvSource({"…", "' '", "''"})
    void whereThereIsNoWordThereIsNoLongest(String phrase) {
        assertThat(Phrase.longestWord(phrase)).isEmpty();
    }
}
