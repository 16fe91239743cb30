package firsthour.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
    private static final List<String> ACCOUNTS = List.of("kestrelcares");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@KestrelCares habt ihr sonntags offen?",
                "Open on Sundays?? (@kestrelcares)",
                "@kestrelcares see https://example.org/x: is that you?\nThanks",
            })
    void isPutToAnAccountOfTheBrand(String text) {
        assertThat(Question.isPutTo(ACCOUNTS, text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@kestrelcares is fine.",
                "When do they open?",
                "I like @kestrelcares https://example.org/what?is=it",
                "Do you like @kestrelcareshop?",
                "Mail kestrelcares, will you? No at sign, no brand.",
            })
    void isNone(String text) {
        assertThat(Question.isPutTo(ACCOUNTS, text)).isFalse();
    }
}
