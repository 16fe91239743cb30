package firsthour.sentiment.language;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.sentiment.linear.Features;
import firsthour.sentiment.text.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private final Tokens tokens = new Tokens();
    private final Features features = new Features(Spelling.BITS);

    @Test
    void tellsEnglishFromTheLanguagesThatItKnows() {
        assertThat(said("battery died after one week").english()).isGreaterThan(0.9);
        assertThat(said("der Akku war nach einer Woche hin").english()).isLessThan(0.01);
        assertThat(said("der Akku war nach einer Woche hin").other()).contains("de");
    }

    @Test
    void doesNotNameALanguageThatItKnowsOnlyAsOther() {
        Spelling.Said finnish = said("Paketti tuli kaksi päivää myöhässä eikä kukaan kertonut.");
        assertThat(finnish.english()).isLessThan(0.01);
        assertThat(finnish.other()).isEmpty();
    }

    @Test
    void looksOnlyAtTheFirstLettersOfAnEndlessWord() {
        Spelling.read(tokens.read("ab".repeat(1_000)), features);
        assertThat(features.size()).isLessThan(100);
    }

    @Test
    void itsWeightsAreTheSameAfterWritingAndAreSmall() throws IOException {
        var bytes = new ByteArrayOutputStream();
        Spelling.load().write(bytes);
        assertThat(bytes.size()).isLessThan(300_000);
        try (var installed =
                Spelling.class.getResourceAsStream("/firsthour/sentiment/languages.bin.gz")) {
            assertThat(installed).isNotNull();
            assertThat(bytes.toByteArray()).isEqualTo(installed.readAllBytes());
        }
    }

    private Spelling.Said said(String text) {
        return Spelling.load().say(tokens.read(text), features);
    }
}
