package firsthour.language;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    @Test
    void nobodyWhoAsksIsAnsweredInEnglish() {
        assertThat(t("Queue")).isEqualTo("Queue");
    }

    @Test
    void whatIsSaidInALanguageIsSaidInItThroughout() {
        assertThat(Language.GERMAN.<String, RuntimeException>say(() -> t("Queue")))
                .isEqualTo("Warteschlange");
        assertThat(t("Queue")).as("only there").isEqualTo("Queue");
    }

    @Test
    void whatHasNoGermanStaysEnglish() {
        assertThat(Language.GERMAN.<String, RuntimeException>say(() -> t("Nobody says {0}", 1)))
                .isEqualTo("Nobody says 1");
    }

    @Test
    void valuesStandInTheirPlacesAndAreNotReadAsPatterns() {
        assertThat(t("{1} after {0}, {2} and {x}", "{1}", "b"))
                .isEqualTo("b after {1}, {2} and {x}");
    }

    @Test
    void oneIsSaidInAnotherWayThanSeveral() {
        assertThat(count(1, "{0} post of {1}", "{0} posts of {1}", "Kim"))
                .isEqualTo("1 post of Kim");
        assertThat(count(0, "{0} post", "{0} posts")).isEqualTo("0 posts");
    }

    @Test
    void numbersAreWrittenAsTheLanguageWritesThem() {
        assertThat(number(26_400)).isEqualTo("26,400");
        assertThat(number(new BigDecimal("1212.50"))).isEqualTo("1,212.50");
        assertThat(number(new BigDecimal("1E+3"))).isEqualTo("1,000");
        assertThat(Language.GERMAN.<String, RuntimeException>say(() -> number(26_400)))
                .isEqualTo("26.400");
        assertThat(
                        Language.GERMAN.<String, RuntimeException>say(
                                () -> number(new BigDecimal("1212.50"))))
                .isEqualTo("1.212,50");
    }

    @ParameterizedTest
    @CsvSource({
        "de, GERMAN",
        "'de-AT,de;q=0.9,en;q=0.8', GERMAN",
        "'en-GB,en;q=0.9,de;q=0.8', ENGLISH",
        "'fr,de;q=0.5', GERMAN",
        "fr, ENGLISH",
        "'*', ENGLISH",
        "';;', ENGLISH"
    })
    void theBrowsersWishIsMetAsFarAsWeCan(String wish, Language language) {
        var request = HttpRequest.GET("/").header("Accept-Language", wish);
        assertThat(Language.of(request)).isEqualTo(language);
        assertThat(Language.of(HttpRequest.GET("/"))).isEqualTo(Language.ENGLISH);
    }
}
