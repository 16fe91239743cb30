package firsthour.sentiment.text;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.sentiment.text.Tokens.Kind;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private final Tokens tokens = new Tokens();

    @Test
    void aPostFallsIntoWhatPeopleWriteOnNetworks() {
        assertThat(read("@acme.help Don't LOVE it, #fail :-( https://a.example/x?y=1 3.50 😡!!!"))
                .containsExactly(
                        "MENTION @acme.help",
                        "WORD Don't",
                        "WORD LOVE",
                        "WORD it",
                        "PUNCTUATION ,",
                        "HASHTAG #fail",
                        "EMOTICON :-(",
                        "LINK https://a.example/x?y=1",
                        "NUMBER 3.50",
                        "EMOJI 😡",
                        "PUNCTUATION !!!");
    }

    @Test
    void aWordIsTheSameInCapitalsStretchedOrWithATypographicApostrophe() {
        assertThat(hash("SOOOOO")).isEqualTo(hash("soo"));
        assertThat(hash("don’t")).isEqualTo(hash("Don't"));
        assertThat(hash("good")).isNotEqualTo(hash("god"));
        assertThat(hash("soo")).isEqualTo(Tokens.hashOf("soo"));
        tokens.read("SOOOOO good");
        assertThat(tokens.shouted(0)).isTrue();
        assertThat(tokens.stretched(0)).isTrue();
        assertThat(tokens.shouted(1)).isFalse();
        assertThat(tokens.stretched(1)).isFalse();
    }

    @Test
    void aHashtagIsNotTheWordAndHasItsLetters() {
        assertThat(hash("#fail")).isNotEqualTo(hash("fail"));
        tokens.read("x #Fail");
        assertThat(
                        new String(
                                tokens.letters(),
                                tokens.lettersFrom(1),
                                tokens.lettersTo(1) - tokens.lettersFrom(1)))
                .isEqualTo("fail");
    }

    @Test
    void oneEmojiIsOneTokenWhateverItIsMadeOf() {
        assertThat(read("👍🏽 👩‍👧 ❤️")).containsExactly("EMOJI 👍🏽", "EMOJI 👩‍👧", "EMOJI ❤️");
        assertThat(hash("👍🏽")).isEqualTo(hash("👍"));
        assertThat(hash("❤️")).isEqualTo(hash("❤"));
    }

    @Test
    void aNoseChangesNoFaceAndALinkIsNone() {
        assertThat(hash(":-)")).isEqualTo(hash(":)"));
        assertThat(read("http://x.example")).containsExactly("LINK http://x.example");
        assertThat(read("Ordered:Paid")).doesNotContain("EMOTICON :P");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "\u0000", "\uD83D", "\uDC00\uD800", "\u200D\uFE0F"})
    void whatSaysNothingHasNoTokens(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void zalgoIsItsWord() {
        tokens.read("b\u0301\u0302a\u0301d");
        assertThat(tokens.size()).isEqualTo(1);
        assertThat(tokens.kind(0)).isEqualTo(Kind.WORD);
    }

    @Test
    void whatIsTooLongIsReadInPart() {
        tokens.read("bad ".repeat(50_000));
        assertThat(tokens.size()).isEqualTo(Tokens.MAXIMUM_LENGTH / 4);
        assertThat(read("then short")).containsExactly("WORD then", "WORD short");
    }

    @Property
    void tokensStandInOrderWithinTheText(@ForAll @StringLength(max = 400) String text) {
        tokens.read(text);
        int before = 0;
        for (int t = 0; t < tokens.size(); t++) {
            assertThat(tokens.start(t)).isGreaterThanOrEqualTo(before);
            assertThat(tokens.end(t)).isGreaterThan(tokens.start(t));
            assertThat(tokens.lettersTo(t)).isGreaterThanOrEqualTo(tokens.lettersFrom(t));
            before = tokens.end(t);
        }
        assertThat(before).isLessThanOrEqualTo(text.length());
    }

    private List<String> read(String text) {
        tokens.read(text);
        return IntStream.range(0, tokens.size())
                .mapToObj(
                        t -> tokens.kind(t) + " " + text.substring(tokens.start(t), tokens.end(t)))
                .toList();
    }

    private long hash(String text) {
        tokens.read(text);
        assertThat(tokens.size()).isEqualTo(1);
        return tokens.hash(0);
    }
}
