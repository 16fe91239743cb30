package firsthour.sentiment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import firsthour.sentiment.Flag;
import firsthour.sentiment.Phrase;
import firsthour.sentiment.Polarity;
import firsthour.sentiment.Score;
import firsthour.sentiment.Subject;
import firsthour.sentiment.Topic;
import firsthour.sentiment.corenlp.CoreNlp;
import firsthour.sentiment.text.Cleaned;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTest {
    /// Shared, because its models cost seconds.
    private static final Engine ENGINE = new Engine();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This is the worst service I have ever had.",
                "The battery died after a week. Terrible quality.",
                "@acme your app is awful and the support is useless #fail https://acme.example",
                "worst ever",
            })
    void complaintsAreNegative(String text) {
        assertThat(judged(text).polarity()).isEqualTo(Polarity.NEGATIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I love this phone, it is wonderful!",
                "Great service and a very friendly, helpful team.",
                "Thank you, this was a brilliant evening.",
            })
    void praiseIsPositive(String text) {
        assertThat(judged(text).polarity()).isEqualTo(Polarity.POSITIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"The shop is at the corner of the street.", "What time is it in Paris"})
    void whatTakesNoSideIsNeutral(String text) {
        assertThat(judged(text).polarity()).isEqualTo(Polarity.NEUTRAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Das ist der schlechteste Kundendienst, den ich je erlebt habe.",
                "C'est le pire service client que j'ai jamais vu.",
                "最悪のサービスでした。",
                "أسوأ خدمة رأيتها في حياتي",
                "Худший сервис, который я видел.",
            })
    void whatIsNotEnglishIsUndeterminedWithoutFigures(String text) {
        Score score = judged(text);
        assertThat(score.polarity()).isEqualTo(Polarity.UNDETERMINED);
        assertThat(score.probabilities()).isEmpty();
        assertThat(score.language()).isPresent().get().isNotEqualTo("en");
    }

    @Test
    void nothingIsInventedThatThisVersionCannotTell() {
        Score score =
                ENGINE.score(
                        new Subject(
                                "The app is broken again.",
                                Optional.of("Acme"),
                                Optional.of("en"),
                                OptionalInt.empty(),
                                Map.of()),
                        false);
        assertThat(score.complaint()).isPresent();
        assertThat(score.target()).isEmpty();
        assertThat(score.phrases()).isEmpty();
        assertThat(score.language()).contains("en");
        assertThat(score.model()).isEqualTo(ENGINE.version());
    }

    @Test
    void topicsSeverityAndFlagsAreReadFromTheWords() {
        Score broken = judged("The app is broken again and nobody answers.");
        assertThat(broken.topics().orElseThrow()).contains(Topic.WEBSITE_APP, Topic.SERVICE);
        assertThat(broken.severity().orElseThrow().reasons()).contains("something failed");
        assertThat(judged("Thank you, this was a brilliant evening.").flags())
                .containsExactly(Flag.PRAISE);
        assertThat(judged("What time do you open tomorrow?").flags())
                .containsExactly(Flag.QUESTION);
    }

    @Test
    void ironyIsFlaggedAndLowersTheConfidence() {
        Score score = judged("Oh great, another hour on hold. Thanks for nothing.");
        assertThat(score.flags()).containsExactly(Flag.IRONY);
        assertThat(score.confidence().orElseThrow()).isLessThanOrEqualTo(0.5);
    }

    @Test
    void onePostMayBlameOneBrandAndPraiseAnother() {
        String text = "Northline lost my parcel, DHL saved my day";
        assertThat(toward("Northline", text)).isEqualTo(Polarity.NEGATIVE);
        assertThat(toward("DHL", text)).isEqualTo(Polarity.POSITIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I hate Northline, the worst service ever",
                "Northline is awful. Never again Northline.",
                "my parcel is broken again #northline #fail",
                "@NorthlineHelp this is the worst service I have ever had",
                "NORTHLINE'S SERVICE IS TERRIBLE",
            })
    void aBrandIsJudgedWhereverAndHoweverItIsNamed(String text) {
        assertThat(toward("Northline", text)).isEqualTo(Polarity.NEGATIVE);
    }

    @Test
    void aComparisonDecidesByARuleThatIsNamed() {
        var said = targeted("Northline", "Switching from Northline to Southway, finally");
        assertThat(said.target().orElseThrow().rule()).contains("switched from one to another");
        assertThat(said.towardBrand()).isEqualTo(Polarity.NEGATIVE);
        assertThat(said.confidence()).hasValue(0.9);
        said.probabilitiesTowardBrand().ifPresent(EngineTest::sumsToOne);
        assertThat(toward("Southway", "Switching from Northline to Southway, finally"))
                .isEqualTo(Polarity.POSITIVE);
    }

    @Test
    void withoutAComparisonTheModelDecidesAndTheConfidenceIsTheTargets() {
        var said = targeted("Northline", "Northline lost my parcel, DHL saved my day");
        var target = said.target().orElseThrow();
        assertThat(target.rule()).isEmpty();
        assertThat(target.name()).isEqualTo("Northline");
        assertThat(said.confidence()).hasValue(target.probabilities().of(target.polarity()));
        sumsToOne(target.probabilities());
    }

    @ParameterizedTest
    @ValueSource(strings = {"I hate this shop", "I hate Northliners", "", "1"})
    void aTextThatDoesNotNameTheBrandIsJudgedAsAWhole(String text) {
        var said = targeted("Northline", text);
        assertThat(said.target()).isEmpty();
        assertThat(said.towardBrand()).isEqualTo(said.polarity());
    }

    @Test
    void topicsAndSeverityAreThoseOfTheWholePostWhateverTheBrand() {
        String text =
                "Northline overcharged me again, Southway never would. The fumes burned my son and we"
                        + " are in hospital.";
        var toward = targeted("Northline", text);
        var whole = judged(text);
        assertThat(toward.severity().orElseThrow().reasons())
                .contains("danger to health or safety");
        assertThat(toward.topics()).isEqualTo(whole.topics());
    }

    @Test
    void dangerIsGraveBesideKindWords() {
        var said =
                judged(
                        "Thanks to the lovely crew, but your heater burned my daughter, she is in"
                                + " hospital. I want answers!");
        assertThat(said.severity().orElseThrow().rank()).isGreaterThan(50);
    }

    @Test
    void aBrandIsHardlyJudgedByItsName() {
        var one = targeted("Awful", "I bought a pair of shoes at Awful").target().orElseThrow();
        var other = targeted("Lovely", "I bought a pair of shoes at Lovely").target().orElseThrow();
        assertThat(one.probabilities().negative() - other.probabilities().negative())
                .isLessThan(0.3);
    }

    @Test
    @Timeout(120)
    void aHugeTextIsJudgedTowardABrandInBoundedTime() {
        var said = targeted("Northline", "Southway is better than Northline. ".repeat(3_000));
        assertThat(said.towardBrand()).isEqualTo(Polarity.NEGATIVE);
        targeted("Northline", "Northline ".repeat(10_000));
        targeted("a", "a".repeat(100_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@acme third time I ask where my order is. Still no answer.",
                "@acme my parcel was due on Monday and nobody replies to my mails",
                "Why have I been charged twice? I want my money back.",
                "your app crashes every time I try to pay, please fix it",
            })
    void whatBreaksAPromiseIsAComplaintHoweverCalmlyItIsPut(String text) {
        assertThat(judged(text).complaint().orElse(0)).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lovely coffee at @acme this morning, thank you!",
                "We went to the new shop at the harbour.",
                "Happy birthday to my favourite team",
            })
    void whatExpectsNothingIsNoComplaint(String text) {
        assertThat(judged(text).complaint().orElse(1)).isLessThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"meh", "THIS IS THE WORST SHOP EVER", "not good at all"})
    void fewWordsCapitalsAndNegationsAreRead(String text) {
        assertThat(judged(text).polarity()).isEqualTo(Polarity.NEGATIVE);
    }

    @Test
    void anEmojiAloneSaysSomething() {
        double angry = judged("😡").probabilities().orElseThrow().negative();
        double loving = judged("😍").probabilities().orElseThrow().negative();
        assertThat(angry).isGreaterThan(2 * loving);
    }

    @Test
    void theStarsDecideWhereTheTextSaysNothing() {
        List<Polarity> byStars =
                IntStream.rangeClosed(1, 5).mapToObj(stars -> rated("", stars).polarity()).toList();
        assertThat(byStars)
                .containsExactly(
                        Polarity.NEGATIVE,
                        Polarity.NEGATIVE,
                        Polarity.NEUTRAL,
                        Polarity.POSITIVE,
                        Polarity.POSITIVE);
        assertThat(rated(" ... https://acme.example", 1).polarity()).isEqualTo(Polarity.NEGATIVE);
        assertThat(rated("", 1).probabilities()).isEmpty();
    }

    @Test
    void theTextDecidesWhereItSaysSomething() {
        assertThat(rated("I love this phone, it is wonderful!", 1).polarity())
                .isEqualTo(Polarity.POSITIVE);
        assertThat(rated("Das Paket kam leider schon wieder zu spät.", 1).polarity())
                .isEqualTo(Polarity.UNDETERMINED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u0000", "https://acme.example @acme"})
    void aTextThatSaysNothingIsUndeterminedAndOfNoLanguage(String text) {
        assertThat(judged(text).polarity()).isEqualTo(Polarity.UNDETERMINED);
        assertThat(judged(text).language()).isEmpty();
    }

    @Test
    void thePhrasesSayWhyAndStandInTheText() {
        String text =
                "@acme The food was great 😀 but the #staff was rude https://acme.example and I hated it";
        List<Phrase> phrases = ENGINE.score(Subject.of(text), true).phrases();
        assertThat(phrases)
                .allSatisfy(phrase ->
                        assertThat(text.substring(phrase.start(), phrase.end()))
                                .isEqualTo(phrase.text()));
        assertThat(phrases).isSortedAccordingTo((a, b) -> Integer.compare(a.start(), b.start()));
        assertThat(phrases)
                .anySatisfy(phrase -> {
                    assertThat(phrase.text()).contains("great");
                    assertThat(phrase.weight()).isPositive();
                })
                .anySatisfy(phrase -> {
                    assertThat(phrase.text()).isEqualTo("rude");
                    assertThat(phrase.weight()).isNegative();
                });
    }

    @Test
    void whatIsAComplaintWithoutBeingNegativeTellsWhyItIsOne() {
        Score score =
                ENGINE.score(
                        Subject.of(
                                "Still waiting for a reply to my three mails, could somebody"
                                        + " please look at order 1234?"),
                        true);
        assertThat(score.towardBrand()).isNotEqualTo(Polarity.NEGATIVE);
        assertThat(score.tellsWhyComplaint()).isTrue();
        assertThat(score.phrases())
                .anyMatch(phrase -> phrase.text().equals("Still waiting") && phrase.weight() < 0);
    }

    /// Hardly a post of training was so long.
    @ParameterizedTest
    @ValueSource(ints = {1, 20, 200})
    void aLongPostIsJudgedAsAShortOneOfTheSameKind(int times) {
        assertThat(judged("Lovely staff, quick delivery and great coffee, thanks! ".repeat(times)))
                .satisfies(score -> {
                    assertThat(score.polarity()).isEqualTo(Polarity.POSITIVE);
                    assertThat(score.complaint().orElseThrow()).isLessThan(0.5);
                });
        assertThat(judged("My parcel is lost and nobody answers, this is awful. ".repeat(times)))
                .satisfies(score -> {
                    assertThat(score.polarity()).isEqualTo(Polarity.NEGATIVE);
                    assertThat(score.complaint().orElseThrow()).isGreaterThan(0.5);
                });
    }

    @Test
    void aNegationIsShownWhole() {
        assertThat(ENGINE.score(Subject.of("This is not good"), true).phrases())
                .singleElement()
                .satisfies(phrase -> {
                    assertThat(phrase.text()).contains("not good");
                    assertThat(phrase.weight()).isNegative();
                });
    }

    @Test
    void atMostEightPhrasesAreShown() {
        String text =
                "The food was awful. The staff was rude, the app slow, the tables dirty, the bill"
                        + " wrong. I hate it, the worst evening, disgusting, sad, and a terrible"
                        + " smell. But a lovely garden and a great view.";
        assertThat(ENGINE.score(Subject.of(text), true).phrases()).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order llegó tarde, terrible service @Brand",
                "my order came late, muy mal servicio, never again",
            })
    void aPostThatIsHalfEnglishIsJudged(String text) {
        assertThat(judged(text).polarity()).isNotEqualTo(Polarity.UNDETERMINED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"😡", "😂😂😂", "❤️", "👩🏽‍🚒 🚒", "👍🏿"})
    void emojiAloneAreJudgedAndOfNoLanguage(String text) {
        assertThat(judged(text).probabilities()).isPresent();
        assertThat(judged(text).language()).isEmpty();
    }

    @Test
    void capitalsChangeNeitherTheLanguageNorTheSide() {
        Score shouted = judged("WHERE IS MY REFUND?! WORST SHOP EVER");
        assertThat(shouted.language()).contains("en");
        assertThat(shouted.polarity()).isEqualTo(Polarity.NEGATIVE);
        assertThat(judged("DAS PAKET KAM ZWEI TAGE ZU SPÄT").language()).contains("de");
    }

    /// CoreNLP would need minutes and gigabytes for it: no more than [Cleaned#MAXIMUM_SENTENCE]
    /// words are ever parsed at once, of no more than [Cleaned#MAXIMUM_LENGTH] characters.
    @Test
    @Timeout(120)
    void aSentenceOfFiveThousandWordsIsExplainedInTime() {
        String text = "the service was bad and ".repeat(1_000);
        judged("A first post loads the models.");
        assertThat(ENGINE.score(Subject.of(text), true).probabilities()).isPresent();
        assertThat(Cleaned.of(text).text()).hasSizeLessThanOrEqualTo(Cleaned.MAXIMUM_LENGTH);
        assertThat(Cleaned.of(text).text().split("\n\n", -1))
                .allSatisfy(sentence ->
                        assertThat(sentence.split(" ", -1))
                                .hasSizeLessThanOrEqualTo(Cleaned.MAXIMUM_SENTENCE));
    }

    static List<String> hardTexts() {
        return List.of(
                "the service was bad and ".repeat(1_000),
                "The service was bad. ".repeat(5_000),
                "a".repeat(100_000),
                "bad-".repeat(25_000),
                "(".repeat(100_000),
                "x.y@".repeat(25_000),
                "😂😡".repeat(25_000),
                "b\u0301\u0302\u0303\u0304\u0305a\u0301\u0302\u0303\u0304d".repeat(5_000),
                "http://".repeat(15_000),
                " ".repeat(100_000) + "bad",
                "bad \u0000 service \uD800 ever \uDC00\uD800");
    }

    @ParameterizedTest
    @MethodSource("hardTexts")
    @Timeout(120)
    void hardTextsAreJudgedInBoundedTime(String text) {
        Score score = ENGINE.score(Subject.of(text), true);
        assertThat(score.polarity()).isNotNull();
        score.probabilities().ifPresent(EngineTest::sumsToOne);
    }

    @Property(tries = 300)
    void noTextThrowsAndProbabilitiesSumToOne(@ForAll("posts") String text) {
        Score score = ENGINE.score(Subject.of(text), true);
        assertThat(score.probabilities().isPresent())
                .isEqualTo(score.polarity() != Polarity.UNDETERMINED);
        score.probabilities().ifPresent(EngineTest::sumsToOne);
        assertThat(score.phrases())
                .allSatisfy(phrase ->
                        assertThat(text.substring(phrase.start(), phrase.end()))
                                .isEqualTo(phrase.text()));
    }

    @Provide
    Arbitrary<String> posts() {
        Arbitrary<String> words =
                Arbitraries.of(
                                "the",
                                "worst",
                                "#fail",
                                "@acme",
                                "not",
                                "good",
                                "(",
                                "\"",
                                "😂",
                                "...",
                                "https://a.example/b",
                                "\n\n",
                                "\u0000",
                                "\uD83D",
                                "n't",
                                "’")
                        .list()
                        .ofMaxSize(40)
                        .map(list -> String.join(" ", list));
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(300), words);
    }

    @Test
    void threadsShareOnePipelineAndGetTheSameAnswers() throws Exception {
        List<String> texts =
                IntStream.range(0, 40)
                        .mapToObj(n -> "Order " + n + " was " + (n % 2 == 0 ? "awful" : "lovely"))
                        .toList();
        List<Score> alone = texts.stream().map(EngineTest::judged).toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Score>> tasks =
                    texts.stream().map(text -> (Callable<Score>) () -> judged(text)).toList();
            List<Future<Score>> together = threads.invokeAll(tasks);
            for (int n = 0; n < texts.size(); n++) {
                assertThat(together.get(n).get()).isEqualTo(alone.get(n));
            }
        }
    }

    @Test
    void theVersionNamesTheReleaseThatIsUsed() {
        assertThat(ENGINE.version()).hasSizeLessThanOrEqualTo(64);
        assertThat(ENGINE.version())
                .contains(StanfordCoreNLP.class.getPackage().getImplementationVersion());
    }

    @Test
    void theModelsAreAPartOfTheInstallation() {
        assertThat(CoreNlp.missingModels()).isEmpty();
    }

    private static void sumsToOne(Score.Probabilities of) {
        assertThat(of.negative() + of.neutral() + of.positive()).isEqualTo(1, within(1e-9));
        assertThat(Math.min(of.negative(), Math.min(of.neutral(), of.positive()))).isNotNegative();
    }

    private static Polarity toward(String brand, String text) {
        return targeted(brand, text).target().orElseThrow().polarity();
    }

    private static Score targeted(String brand, String text) {
        return ENGINE.score(
                new Subject(
                        text, Optional.of(brand), Optional.empty(), OptionalInt.empty(), Map.of()),
                false);
    }

    private static Score judged(String text) {
        return ENGINE.score(Subject.of(text), false);
    }

    private static Score rated(String text, int stars) {
        return ENGINE.score(
                new Subject(
                        text, Optional.empty(), Optional.empty(), OptionalInt.of(stars), Map.of()),
                false);
    }
}
