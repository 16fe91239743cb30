package firsthour.sentiment.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OccurrencesTest {
    private final Tokens tokens = new Tokens();
    private final Occurrences occurrences = new Occurrences();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thank you, Northline Parcel!",
                "thank you northline parcel",
                "the Northline-Parcel van",
                "two Northline Parcel2s",
                "Northline  Parcel is late",
                "Northline Parcel's van",
                "@NorthlineParcel where is it",
                "@northline_parcel where is it",
                "late again #northlineparcel",
                "late again #northline",
                "@northline where is it",
                "#NorthlineFail",
                "#NorthlineParcelFail",
                "@NorthlineHelp where is it",
                "@Northline2 where is it",
            })
    void aNameIsFoundAsItIsWritten(String post) {
        assertThat(count(post, "Northline Parcel")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thank you, Northline",
                "NorthlineParcels2go",
                "a Northline Parcelling machine",
                "xNorthline Parcel",
                "#northlineparcelling",
                "#northliners",
                "https://northline.example/northlineparcel",
                "nothing at all",
                "",
            })
    void whatIsNotTheNameIsNotFound(String post) {
        assertThat(count(post, "Northline Parcel")).isZero();
    }

    @Test
    void aShortFirstWordDoesNotStandForTheName() {
        assertThat(count("#the end", "The Lantern")).isZero();
        assertThat(count("#thelantern", "The Lantern")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"K&Q,a K&Q shop", "4You,I like 4you", "Zuum!,zuum is late", "O9,my o9 bill"})
    void namesOfSignsAndDigitsAreFound(String brand, String post) {
        assertThat(count(post, brand)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Marly's lost my order",
                "Marly’s lost my order",
                "marlys lost my order",
                "#marlys",
            })
    void anApostropheMayBeAnyOrNone(String post) {
        assertThat(count(post, "Marly's")).isEqualTo(1);
        assertThat(count(post, "Marly’s")).isEqualTo(1);
    }

    @Test
    void aNameOfTwoLettersHasNoPlural() {
        assertThat(count("this was his", "Hi")).isZero();
        assertThat(count("this was his", "Wa")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "!!", "\uD83D"})
    void aNameWithoutALetterIsNeverFound(String brand) {
        assertThat(count("!! anything  \uD83D", brand)).isZero();
    }

    @Test
    void eachOccurrenceCoversTheTokensOfTheName() {
        assertThat(count("Northline Parcel or @NorthlineParcel", "Northline Parcel")).isEqualTo(2);
        assertThat(IntStream.range(0, tokens.size()).filter(occurrences::covers))
                .containsExactly(0, 1, 3);
    }

    @Test
    void aHundredOccurrencesAreNoTrouble() {
        assertThat(count("Northline ".repeat(100), "Northline")).isPositive();
    }

    private int count(String post, String brand) {
        tokens.read(post);
        return occurrences.find(post, tokens, brand).size();
    }
}
