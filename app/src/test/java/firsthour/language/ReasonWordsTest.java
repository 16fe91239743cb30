package firsthour.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "negative, probability 0.94 (cases from 0.50)"
                        + "|negativ, Wahrscheinlichkeit 0,94 (Fälle ab 0,50)",
                "rated 1 of 5; judged again later than 48 h, so no case was opened"
                        + "|1 von 5 Sternen; später als 48 Std. danach neu beurteilt, darum kein Fall",
                "nobody took it for 30 min|30 Min. lang hat ihn niemand übernommen",
                "1,204 followers, 3 reposts|1.204 Follower, 3-mal geteilt",
                "26,400 followers|26.400 Follower",
                "post 3 of this author|3. Beitrag dieses Verfassers",
                "Sent to Berlin by the rule \"Late parcels\": nobody of them is free"
                        + "|Durch die Regel „Late parcels“ an Berlin: niemand davon ist frei",
                "Sent to 2.0 by the rule \"007\"|Durch die Regel „007“ an 2.0",
                "Sent by the rule \"a complaint\"|Durch die Regel „a complaint“",
                "Taken out of case 1204 by a person"
                        + "|von einem Menschen aus Fall 1204 herausgenommen",
                "what nobody wrote, ever|what nobody wrote, ever"
            })
    void whatWasStoredIsSaidAgainInGerman(String stored, String german) {
        assertThat(Language.GERMAN.<String, RuntimeException>say(() -> ReasonWords.say(stored)))
                .isEqualTo(german);
        assertThat(ReasonWords.say(stored)).as("in English as it was stored").isEqualTo(stored);
    }
}
