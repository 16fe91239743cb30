package firsthour.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "api.example.com answered 500: it has trouble of its own"
                        + "|api.example.com antwortete 500: Es hat selbst eine Störung",
                "feeds.example.com took too long to answer."
                        + "|feeds.example.com brauchte zu lange für eine Antwort.",
                "feeds.example.com answered 503 instead of a calendar."
                        + "|feeds.example.com antwortete 503 statt mit einem Kalender.",
            })
    void whatAnyMachineMayDoIsSaidInGerman(String stored, String german) {
        assertThat(inGerman(stored)).isEqualTo(german + " null");
        assertThat(RefusalWords.say(stored)).as("in English as it was stored").isEqualTo(stored);
        assertThat(RefusalWords.tongue(stored)).isNull();
    }

    @Test
    void whatIsParticularToOneNetworkStaysAndSaysSo() {
        var particular = "api.example.com answered 400: the actor lacks a task";
        assertThat(inGerman(particular)).isEqualTo(particular + " en");
    }

    private static String inGerman(String stored) {
        return Language.GERMAN.<String, RuntimeException>say(
                () -> RefusalWords.say(stored) + " " + RefusalWords.tongue(stored));
    }
}
