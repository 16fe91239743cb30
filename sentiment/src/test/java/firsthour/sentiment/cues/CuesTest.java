package firsthour.sentiment.cues;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.sentiment.Flag;
import firsthour.sentiment.Score.Probabilities;
import firsthour.sentiment.Subject;
import firsthour.sentiment.Topic;
import firsthour.sentiment.linear.Aspects;
import firsthour.sentiment.text.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CuesTest {
    private static final Cues CUES = new Cues();
    private static final Probabilities NEGATIVE = new Probabilities(0.7, 0.2, 0.1);
    private static final Probabilities NEUTRAL = new Probabilities(0.2, 0.7, 0.1);
    private static final Probabilities POSITIVE = new Probabilities(0.1, 0.1, 0.8);

    private final Cues.Desk desk = new Cues.Desk();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My parcel went to the wrong address                         | DELIVERY",
                "Our flight was cancelled and we were stranded overnight     | DELIVERY",
                "I was charged twice and the refund never came               | BILLING",
                "Twelve pounds a month, far too expensive                    | PRICE",
                "The zip broke after a week                                  | PRODUCT_QUALITY",
                "Nobody answers the phone and the manager was rude           | SERVICE",
                "The app keeps crashing and I can't log in                   | WEBSITE_APP",
                "The charger caught fire on my desk                          | SAFETY",
                "Someone hacked my account and stole my savings              | SAFETY",
                "Your terms and conditions say thirty days, you refused      | POLICY",
                "#refund please                                              | BILLING",
            })
    void topicsAreNamedByTheirWords(String text, Topic topic) {
        assertThat(said(text, NEGATIVE, 0.8).topics()).contains(topic);
    }

    @Test
    void aPostMayHaveSeveralTopicsAndAtMostThree() {
        assertThat(
                        said(
                                        "Parcel came late, the box was smashed, and nobody replies",
                                        NEGATIVE,
                                        0.9)
                                .topics())
                .contains(Topic.DELIVERY, Topic.SERVICE);
        assertThat(
                        said(
                                        "The app crashed, the invoice is wrong, the parcel is late, staff"
                                                + " were rude, the price went up and your policy is unfair",
                                        NEGATIVE,
                                        0.9)
                                .topics())
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Can't charge my phone with it            | BILLING",
                "That advert lives in my head rent free   | PRICE",
                "Sick of waiting, honestly                | SAFETY",
                "The appetizer was awful                  | WEBSITE_APP",
            })
    void wordsThatMisleadAndPartsOfWordsNameNoTopic(String text, Topic topic) {
        assertThat(said(text, NEGATIVE, 0.8).topics()).doesNotContain(topic);
    }

    @Test
    void whatIsAboutTheBrandAndNothingElseIsOther() {
        assertThat(said("Worst company in the country", NEGATIVE, 0.9).topics())
                .containsExactly(Topic.OTHER);
        assertThat(said("Walked past them on Tuesday", NEUTRAL, 0.1).topics()).isEmpty();
    }

    @Test
    void aBrandsOwnWordCountsWhateverSpeaksAgainstIt() {
        var words = Map.of("service charge", Topic.SERVICE);
        var subject =
                new Subject(
                        "The service charge doubled",
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        words);
        assertThat(
                        CUES.say(
                                        subject,
                                        new Tokens().read(subject.text()),
                                        NEGATIVE,
                                        0.8,
                                        doubting(),
                                        desk)
                                .topics())
                .contains(Topic.SERVICE);
    }

    @Test
    void theBrandsOwnWordsNameTopicsInAnyCaseAndWhole() {
        var words = Map.of("Clubcard points", Topic.POLICY, "blip", Topic.WEBSITE_APP);
        assertThat(said(with(words, "my CLUBCARD points are gone"), NEGATIVE, 0.9).topics())
                .contains(Topic.POLICY);
        assertThat(said(with(words, "what a blip"), NEGATIVE, 0.9).topics())
                .containsExactly(Topic.WEBSITE_APP);
        assertThat(said(with(words, "so many blips"), NEGATIVE, 0.9).topics())
                .doesNotContain(Topic.WEBSITE_APP);
        assertThat(said(with(Map.of(" ", Topic.PRICE), "what a shambles"), NEGATIVE, 0.9).topics())
                .containsExactly(Topic.OTHER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My son choked on a piece of plastic in it      | danger to health or safety",
                "Somebody emptied my account overnight          | money or data in the wrong hands",
                "You will hear from my solicitor                | legal action, an authority or the press",
                "Refused entry because of my skin colour        | says they were singled out",
                "We have switched to another supplier           | says they are leaving",
                "My baby has no formula tonight                 | hard on somebody vulnerable",
                "I am out of pocket after weeks on hold         | money or time lost",
                "Third time this month, same excuse             | not the first time",
                "Bunch of clowns                                | insult",
                "This is ABSOLUTELY disgusting                  | strong words",
                "It stopped working                             | something failed",
            })
    void severityTellsItsReasons(String text, String reason) {
        assertThat(said(text, NEGATIVE, 0.8).severity().reasons()).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A shame, we used to love this place. We won't be back.",
                "Bought here for years. It isn't what it was, so I went elsewhere.",
                "Not angry, it was always my favourite, but I am trying another shop now.",
            })
    void quietDisappointmentRanksWithTheSeriousOnes(String text) {
        var quiet = said(text, NEUTRAL, 0.4).severity();
        var ordinary = said("My order is late and the box is wrong!", NEGATIVE, 0.8).severity();
        assertThat(quiet.reasons()).contains("quietly disappointed");
        assertThat(quiet.rank()).isGreaterThan(ordinary.rank());
    }

    @Test
    void whoShoutsIsNotQuiet() {
        assertThat(
                        said("WE USED TO LOVE IT AND WE WILL NEVER COME BACK", NEGATIVE, 0.9)
                                .severity()
                                .reasons())
                .doesNotContain("quietly disappointed")
                .contains("strong words", "says they are leaving");
    }

    @Test
    void dangerOutranksShouting() {
        int danger =
                said("The heater gave my daughter an electric shock", NEUTRAL, 0.4)
                        .severity()
                        .rank();
        int shouting =
                said("WORST SERVICE EVER!!! YOU USELESS IDIOTS!!!", NEGATIVE, 0.95)
                        .severity()
                        .rank();
        assertThat(danger).isGreaterThan(shouting);
    }

    @Test
    void reasonsStandInTheOrderOfTheirWeight() {
        assertThat(
                        said("It caught fire, third time I complain, you clowns", NEGATIVE, 0.9)
                                .severity()
                                .reasons())
                .startsWith("danger to health or safety");
    }

    @ParameterizedTest
    @ValueSource(strings = {"The shop opens at nine", "Lovely soup", "Saw their new logo"})
    void whatIsNeitherNegativeNorAComplaintStaysNearZero(String text) {
        assertThat(said(text, NEUTRAL, 0.05).severity().rank()).isLessThan(10);
        assertThat(said(text, POSITIVE, 0.05).severity().rank()).isLessThan(10);
    }

    @Test
    void dangerCountsThoughTheWordsAreCalmButNotWhereAnotherBrandIsMeant() {
        var own = "Acme recalls kettles after one exploded";
        var others = "A Zenith phone caught fire on the train. Acme makes none like that.";
        assertThat(said(of(own), NEUTRAL, 0.1).severity().rank()).isGreaterThan(50);
        assertThat(said(of(others), NEUTRAL, 0.1).severity().rank()).isLessThan(25);
        assertThat(said(of("@AcmeHelp a heater of yours exploded"), NEUTRAL, 0.1).severity().rank())
                .isGreaterThan(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "No delay at all, thank you                  | TIME_LOST",
                "Don't worry, I'm not leaving you            | LEAVING",
                "Didn't even have to wait on hold            | FAILED",
                "It never crashed and never leaked           | FAILED",
                "Nobody got hurt and it was not dangerous    | HARM",
                "We were late to the party and it was closed | LEGAL",
                "The courtyard is lovely                     | LEGAL",
            })
    void negatedSignsAndPartsOfWordsAreNone(String text, Sign sign) {
        assertThat(seen(text).shows(sign)).isFalse();
    }

    @Test
    void aNegationEndsWithItsClause() {
        assertThat(seen("It is not cheap, it crashed").shows(Sign.FAILED)).isTrue();
        assertThat(seen("Not one call but a broken door").shows(Sign.FAILED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What time do you close on Sundays?",
                "@acme is there a lift",
                "anyone know if acme ships to Malta",
                "Vegan options?",
                "Hi, can I bring my dog?",
                "Wondering whether the blue one is still in stock",
            })
    void questionsToTheBrandAreFlagged(String text) {
        assertThat(said(text, NEUTRAL, 0.3).flags()).contains(Flag.QUESTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Why do I even bother?",
                "Are you kidding me?",
                "Charged again. Really?",
                "Win two tickets! Who would you take?",
                "I know what I like and who sells it",
            })
    void rhetoricalQuestionsAndStatementsAreNot(String text) {
        assertThat(said(text, NEUTRAL, 0.3).flags()).doesNotContain(Flag.QUESTION);
    }

    @Test
    void aQuestionThatBlamesIsAComplaint() {
        assertThat(said("Where is my parcel?", NEGATIVE, 0.9).flags()).isEmpty();
    }

    @Test
    void praiseNeedsAKindJudgementAndKindWords() {
        assertThat(said("Thank you Sam, brilliant help today", POSITIVE, 0.1).flags())
                .containsExactly(Flag.PRAISE);
        assertThat(said("Thank you Sam, brilliant help today", NEGATIVE, 0.7).flags()).isEmpty();
        assertThat(said("The shop opens at nine", NEUTRAL, 0.1).flags()).isEmpty();
        assertThat(said("Lovely once, sadly we won't be back", POSITIVE, 0.2).flags())
                .doesNotContain(Flag.PRAISE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks for nothing",
                "Oh great, another hour on hold",
                "Gotta love waiting in for a van that never came",
                "Just what I needed, a flat battery",
                "Great job losing my suitcase",
                "So the \"premium\" seat was broken, \"lovely\" touch, and we were delayed",
                "Fantastic service as always, still waiting #sarcasm",
                "My train was cancelled 🙄",
                "Yeah right",
            })
    void wordsThatMayMeanTheirOppositeAreFlagged(String text) {
        assertThat(said(text, POSITIVE, 0.2).flags()).containsExactly(Flag.IRONY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Great job, the team sorted my late parcel within an hour",
                "Thanks for fixing my broken phone so quickly",
                "Can't wait for the next one, lovely people",
                "I love this phone",
                "Well done to everybody at the shop",
            })
    void sincerePraiseIsNotIrony(String text) {
        assertThat(said(text, POSITIVE, 0.2).flags()).doesNotContain(Flag.IRONY);
    }

    @Test
    void ironyHalvesTheTrustInAPolarity() {
        assertThat(said("Thanks for nothing", POSITIVE, 0.2).confidence(0.9)).isEqualTo(0.5);
        assertThat(said("Thanks for nothing", POSITIVE, 0.2).confidence(0.4)).isEqualTo(0.4);
        assertThat(said("Thank you", POSITIVE, 0.2).confidence(0.9)).isEqualTo(0.9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "😡😡😡", "...", "@acme", "https://acme.example"})
    void whereNothingIsSaidNothingIsRead(String text) {
        var said = said(text, NEUTRAL, 0.1);
        assertThat(said.topics()).isEmpty();
        assertThat(said.flags()).isEmpty();
        assertThat(said.severity().rank()).isLessThan(10);
    }

    @Test
    void capitalsAndOtherLanguagesInBetweenDoNotHideTheWords() {
        assertThat(said("MY PARCEL NEVER ARRIVED", NEGATIVE, 0.9).topics())
                .contains(Topic.DELIVERY);
        assertThat(said("Oiga, my refund no ha llegado, qué vergüenza", NEGATIVE, 0.9).topics())
                .contains(Topic.BILLING);
    }

    @Test
    @Timeout(5)
    void aLongPostIsReadInBoundedTime() {
        var text = "never again, why is my parcel still not here? ".repeat(2_500);
        assertThat(said(text, NEGATIVE, 0.9).topics()).contains(Topic.DELIVERY);
        assertThat(said("a ".repeat(50_000), NEGATIVE, 0.9).topics()).containsExactly(Topic.OTHER);
    }

    @Test
    void aDeskForgetsThePostBefore() {
        said("It caught fire, thanks for nothing", NEGATIVE, 0.9);
        var said = said("The shop opens at nine", NEUTRAL, 0.05);
        assertThat(said.flags()).isEqualTo(Set.of());
        assertThat(said.severity().reasons()).isEqualTo(List.of());
    }

    private Cues.Said said(String text, Probabilities polarity, double complaint) {
        return said(Subject.of(text), polarity, complaint);
    }

    private Cues.Said said(Subject subject, Probabilities polarity, double complaint) {
        return CUES.say(
                subject, new Tokens().read(subject.text()), polarity, complaint, undecided(), desk);
    }

    private Seen seen(String text) {
        return CUES.see(Subject.of(text), new Tokens().read(text), NEUTRAL, 0.1, desk);
    }

    private static Subject of(String text) {
        return new Subject(
                text, Optional.of("Acme"), Optional.empty(), OptionalInt.empty(), Map.of());
    }

    private static Subject with(Map<String, Topic> words, String text) {
        return new Subject(text, Optional.empty(), Optional.empty(), OptionalInt.empty(), words);
    }

    /// A model that is sure of nothing.
    private static Aspects doubting() {
        double[] logits = new double[Aspects.COUNT];
        Arrays.fill(logits, -9);
        var aspects = new Aspects();
        aspects.set(logits);
        return aspects;
    }

    /// A model that leaves the decision to words that are enough alone.
    private static Aspects undecided() {
        double[] logits = new double[Aspects.COUNT];
        Arrays.fill(logits, -1.5);
        var aspects = new Aspects();
        aspects.set(logits);
        return aspects;
    }
}
