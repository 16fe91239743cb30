package firsthour.triage;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.events.Event;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventWordsTest {
    @ParameterizedTest
    @CsvSource({
        "ANSWERED, the customer has our words",
        "PASSED_ON, the case was released or passed on",
        "CLOSED, the case was closed"
    })
    void aSecondLookThatIsCalledOffSaysWhy(String why, String words) {
        assertThat(EventWords.say(new Event.SecondLookCalledOff(1, 1, 1, why), _ -> "Anna"))
                .hasValue("The second look was called off: " + words + ".");
    }
}
