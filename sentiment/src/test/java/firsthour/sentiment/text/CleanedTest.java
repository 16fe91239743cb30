package firsthour.sentiment.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CleanedTest {

    @Test
    void linksAndAccountsAreLeftOutAndHashSignsDropped() {
        assertThat(
                        cleaned(
                                "@acme_help worst #service ever https://t.co/x1?y=z www.acme.example ok"))
                .isEqualTo("worst service ever ok");
        assertThat(cleaned("@ann@social.example @bob.acme.example hi")).isEqualTo("hi");
    }

    @Test
    void mailAddressesAndSharpSignsBelongToTheText() {
        assertThat(cleaned("mail me@acme.example about C# # now"))
                .isEqualTo("mail me@acme.example about C# # now");
    }

    @Test
    void textThatFollowsALinkAtOnceIsKept() {
        assertThat(cleaned("https://t.co/abcひどい")).isEqualTo("ひどい");
    }

    @Test
    void whiteSpaceShrinksAndAnEmptyLineStays() {
        assertThat(cleaned("  late \t again\r\nand\r\n\r\n broken "))
                .isEqualTo("late again and\n\nbroken");
    }

    @Test
    void whatNobodySeesIsNotJudged() {
        assertThat(cleaned("ba\u0000d \uFEFFbo\u200Bx \uD800 so\u00ADso \uDC00"))
                .isEqualTo("ba d box soso");
    }

    @Test
    void piledUpMarksAndRepeatedSignsAreThinnedOut() {
        assertThat(cleaned("Zo\u0301\u0302\u0303\u0304\u0305\u0306 is sooooooo slow!!!!!!!!"))
                .isEqualTo("Zo\u0301\u0302 is sooo slow!!!");
        assertThat(cleaned("1000000 times")).isEqualTo("1000000 times");
    }

    @Test
    void emojiStayWhole() {
        assertThat(cleaned("ok 👩‍🚀👍🏽")).isEqualTo("ok 👩‍🚀👍🏽");
    }

    @Test
    void aLongTextIsCutWithoutBreakingACharacter() {
        String text = cleaned("😀a".repeat(5_000));
        assertThat(text.length()).isBetween(Cleaned.MAXIMUM_LENGTH - 8, Cleaned.MAXIMUM_LENGTH);
        assertThat(text.replaceAll("\\s", "")).matches("(😀a)*😀?");
    }

    @Test
    void aSentenceWithoutEndIsCutIntoParts() {
        String[] parts = cleaned("slow ".repeat(200)).split("\n\n");
        assertThat(parts).hasSize(4);
        assertThat(parts[0].split(" ")).hasSize(Cleaned.MAXIMUM_SENTENCE);
    }

    @Test
    void sentencesThatEndAreNotCut() {
        assertThat(cleaned("The box was late. ".repeat(40))).doesNotContain("\n");
    }

    @Test
    void onlyLettersAndEmojiSpeak() {
        assertThat(Cleaned.of("ok").speaks()).isTrue();
        assertThat(Cleaned.of("😡").speaks()).isTrue();
        assertThat(Cleaned.of("").speaks()).isFalse();
        assertThat(Cleaned.of(" 5/5 ... !").speaks()).isFalse();
        assertThat(Cleaned.of("https://acme.example").speaks()).isFalse();
    }

    @Property
    void everyUnitLeadsBackToWhereItStood(@ForAll String original) {
        Cleaned cleaned = Cleaned.of(original);
        int before = -1;
        for (int offset = 0; offset < cleaned.text().length(); offset++) {
            int origin = cleaned.originalStart(offset);
            char unit = cleaned.text().charAt(offset);
            assertThat(origin).isGreaterThanOrEqualTo(before);
            if (unit != ' ' && unit != '\n') {
                assertThat(original.charAt(origin)).isEqualTo(unit);
                assertThat(cleaned.originalEnd(offset + 1)).isEqualTo(origin + 1);
            }
            before = origin;
        }
    }

    private static String cleaned(String original) {
        return Cleaned.of(original).text();
    }
}
