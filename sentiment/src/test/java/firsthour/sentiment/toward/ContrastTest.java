package firsthour.sentiment.toward;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.sentiment.text.Occurrences;
import firsthour.sentiment.text.Tokens;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContrastTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Northline lost my parcel, Southway saved my day | Northline lost my parcel",
                "Southway lost my parcel, Northline saved my day | Northline saved my day",
                "@Southway was great but @Northline was late again | @Northline was late again",
                "Sigh. Southway was on time, but Northline was late. | Northline was late",
            })
    void thePartThatBeginsWithTheTargetIsAboutIt(String post, String part) {
        assertThat(find(post)).contains(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Northline lost my parcel, my day is ruined",
                "Northline lost my parcel. Never again",
                "Northline lost my parcel. Southway was great",
                "Southway is great, I hate Northline",
                "Southway is great, Northline late",
                "Northline is late, Southway is great, Northline never is",
                "Northline lost my parcel",
                "Northline",
            })
    void withoutAPartForEachThePostIsJudgedWhole(String post) {
        assertThat(find(post)).isEmpty();
    }

    @Test
    void aPostOfNothingButCommasIsNoTrouble() {
        assertThat(find("Northline" + ", ".repeat(1_000))).isEmpty();
    }

    private static Optional<String> find(String post) {
        var tokens = new Tokens().read(post);
        var target = new Occurrences().find(post, tokens, "Northline");
        return new Contrast(post, tokens, target).find();
    }
}
