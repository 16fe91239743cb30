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
                "Does Kestrel Coffee deliver to Leeds?",
                "Love kestrel coffee. When do you open on Sundays??",
                "@KestrelCares habt ihr sonntags offen?",
                "Anyone know whether Kestrel Coffee has decaf?\nThanks",
                "Is Kestrel Coffee (the one in Leeds) open?",
            })
    void isPutToTheBrand(String text) {
        assertThat(Question.isPutTo("Kestrel Coffee", ACCOUNTS, text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kestrel Coffee is fine.",
                "Kestrel Coffee, eh?",
                "When do they open?",
                "I like Kestrel Coffee https://example.org/what?is=it",
                "Do you like KestrelCoffeeShop?",
                "Mail kestrelcares, will you? No at sign, no brand.",
            })
    void isNone(String text) {
        assertThat(Question.isPutTo("Kestrel Coffee", ACCOUNTS, text)).isFalse();
    }
}
