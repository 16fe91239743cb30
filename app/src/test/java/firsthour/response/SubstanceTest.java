package firsthour.response;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.triage.ReplyKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubstanceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We'll replace it.",
                "Please send us your order number.",
                "Write to help@kestrel.example",
                "Call +44 113 496 0000",
                "See https://kestrel.example/refunds",
                "Thank you for telling us. The grinder was broken on Monday and was mended on Tuesday."
            })
    void isAnAnswer(String text) {
        assertThat(Substance.kindOf(text)).isEqualTo(ReplyKind.ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"So sorry to hear that!", "Thanks for letting us know, Ann.", ""})
    void isAnAcknowledgement(String text) {
        assertThat(Substance.kindOf(text)).isEqualTo(ReplyKind.ACKNOWLEDGEMENT);
    }
}
