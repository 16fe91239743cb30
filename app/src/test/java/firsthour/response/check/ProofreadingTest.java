package firsthour.response.check;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.sentiment.engine.Engine;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The real dictionaries, and the real judgement.
class ProofreadingTest {
    private static final Proofreading PROOFREADING = new Proofreading();
    private static final SpellingRule SPELLING = new SpellingRule(PROOFREADING);
    private static final ReplyCheck CHECK = new ReplyCheck(new Engine(), PROOFREADING);
    private static final Situation KIM = Situation.ofKim();

    private static List<String> misspelt(String text, Situation in) {
        return SPELLING.check(text, in.context()).stream()
                .filter(it -> it.concern() == Concern.SPELLING)
                .map(it -> it.fragment(text))
                .toList();
    }

    @Test
    void spellingIsReadWithoutTheLibrariesThatAreLeftOut() {
        var text = "Hello Kim, we are sory that it broke.";
        assertThat(SPELLING.check(text, KIM.context()))
                .filteredOn(it -> it.weight() == Weight.MUST)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.fragment(text)).isEqualTo("sory");
                    assertThat(it.instead()).contains("sorry");
                    assertThat(it.concern()).isEqualTo(Concern.SPELLING);
                });
    }

    @Test
    void grammarIsReadAndOnlyAdvises() {
        var text = "They tells me that we will sent a new one.";
        assertThat(SPELLING.check(text, KIM.context()))
                .extracting(Finding::concern, it -> it.fragment(text), Finding::weight)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                Concern.GRAMMAR, "sent", Weight.ADVICE));
    }

    @Test
    void whatIsRememberedIsReadAlike() {
        var text = "We are sory, they tells me. The colour is grey.";
        assertThat(SPELLING.check(text, KIM.context()))
                .hasSize(2)
                .isEqualTo(SPELLING.check(text, KIM.context()));
        assertThat(misspelt("Hello Kim. " + text, KIM)).containsExactly("sory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The colour of the grey grinder is wrong, and we apologise.",
                "The color of the gray grinder is wrong, and we apologize.",
                "Ask @kmvale or look at https://kstrl.example/grndr #grndr.",
                "Kim Vale wrote, and Tom Reed answers 😀.",
                "The USB cable and the LEDs are fine."
            })
    void whatIsRightIsNotMarked(String text) {
        assertThat(misspelt(text, KIM)).isEmpty();
    }

    @Test
    void namesAreNotMarked() {
        var text = "Hello Jwrgn, sorry.";
        assertThat(misspelt(text, KIM)).containsExactly("Jwrgn");
        assertThat(misspelt(text, KIM.customer("Jwrgn ☕", ""))).isEmpty();
        assertThat(misspelt(text, KIM.customer("", "Jwrgn"))).isEmpty();
    }

    @Test
    void whatTheCustomerNamedIsNotMarked() {
        var text = "Sorry for the wait in Grindlby.";
        assertThat(misspelt(text, KIM.wrote("It is late in grindlby.")))
                .containsExactly("Grindlby");
        assertThat(misspelt(text, KIM.wrote("Kestrel Coffee, Grindlby: late."))).isEmpty();
    }

    @Test
    void theBrandsDictionaryIsRight() {
        assertThat(misspelt("The Kestrelino is new.", KIM)).containsExactly("Kestrelino");
        assertThat(misspelt("The Kestrelino’s lid is new.", KIM.knowing("Kestrelino"))).isEmpty();
    }

    @Test
    void theCustomersMistakesAreQuotedAsTheyAre() {
        var kim = KIM.wrote("my grindr is brokn again");
        assertThat(misspelt("You wrote “my grindr is brokn”.", kim)).isEmpty();
    }

    @Test
    void anotherLanguageIsNotReadAsEnglish() {
        var text = "Hallo Kim, das tut uns sehr leid. Bitte schicken Sie uns ein Bild der Mühle.";
        assertThat(CHECK.check(text, KIM.context()).findings())
                .extracting(Finding::concern)
                .doesNotContain(Concern.SPELLING, Concern.GRAMMAR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Calm down, Kim. | Calm down | MUST",
                "It is your own fault. | your own fault | MUST",
                "As per our policy it is not covered. | As per our policy | ADVICE",
                "We are sorry for any inconvenience. | for any inconvenience | ADVICE",
                "You are a terrible and disgusting person, and you are wrong. |"
                        + " You are a terrible and disgusting person, and you are wrong. | MUST"
            })
    void whatReadsAsRudeOrColdIsFound(String text, String fragment, Weight weight) {
        assertThat(CHECK.check(text, KIM.context()).findings())
                .filteredOn(it -> it.concern() == Concern.TONE)
                .extracting(it -> it.fragment(text), Finding::weight)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(fragment, weight));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am sorry that your grinder broke after two days.",
                "A handle that comes off is our mistake, and I apologise for the mess in your kitchen.",
                "Please send us a picture of the broken handle, then we know what went wrong.",
                "Unfortunately your parcel was lost by the carrier.",
                "Thank you for telling us about this terrible delivery.",
                "Your new grinder left our warehouse this morning."
            })
    void anApologyMayNameWhatWentWrong(String text) {
        assertThat(CHECK.check(text, KIM.context()).findings())
                .extracting(Finding::concern)
                .doesNotContain(Concern.TONE);
    }

    @Test
    void aGoodReplyIsLeftAlone() {
        var text =
                "Hello Kim, a handle that comes off after two days must not happen, and I am sorry"
                        + " about the coffee all over your kitchen. Please send me your address in a"
                        + " private message. Tom";
        assertThat(CHECK.check(text, KIM.context()).findings()).isEmpty();
    }

    @Test
    void whatMustBeDealtWithComesFirst() {
        var findings = CHECK.check("We are VERY sory.", KIM.context()).findings();
        assertThat(findings)
                .extracting(Finding::weight)
                .isSortedAccordingTo(Weight::compareTo)
                .contains(Weight.MUST, Weight.ADVICE);
    }

    @Test
    void aVeryLongDraftIsReadInItsFirstPart() {
        var words = "The grinder is on its way to you. ".repeat(600).substring(0, 20_000);
        var checked = CHECK.check(words, KIM.context());
        assertThat(checked.findings())
                .extracting(Finding::words)
                .contains("Only the first 5,000 characters are checked for spelling.");
        var oneWord = "x".repeat(20_000);
        assertThat(CHECK.check(oneWord, KIM.context()).findings()).isNotEmpty();
        var emoji = "😀".codePoints().mapToObj(Character::toString).collect(Collectors.joining());
        assertThat(CHECK.check(emoji.repeat(10_000), KIM.context()).spellingWaits()).isFalse();
    }

    @Test
    void whoTypesDoesNotWaitForTheDictionaries() {
        var fresh = new ReplyCheck(new Engine(), new Proofreading());
        var checked = fresh.checkAtOnce("We are VERY sory.", KIM.context());
        assertThat(checked.spellingWaits()).isTrue();
        assertThat(checked.findings()).extracting(Finding::concern).contains(Concern.CAPITALS);
        assertThat(fresh.check("We are VERY sory.", KIM.context()).findings())
                .extracting(Finding::concern)
                .contains(Concern.SPELLING);
    }
}
