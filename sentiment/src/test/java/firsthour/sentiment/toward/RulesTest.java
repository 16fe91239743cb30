package firsthour.sentiment.toward;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.sentiment.Polarity;
import firsthour.sentiment.corenlp.CoreNlp;
import firsthour.sentiment.corenlp.Sentence;
import firsthour.sentiment.text.Occurrences;
import firsthour.sentiment.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
    /// Shared, because its models cost seconds.
    private static final CoreNlp CORENLP = new CoreNlp();

    private final List<String> parsed = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Southway is so much better than Northline",
                "@Southway is so much better than @Northline",
                "Northline is way slower than Southway.",
                "Northline is less reliable than Southway",
                "Southway has a better app than Northline.",
                "Southway's app works better than Northline's.",
                "Southway is far superior to Northline",
                "Nothing is worse than Northline",
                "northline is slower than southway",
                "Switching from Northline to Southway, finally",
                "I just switched to Southway from Northline.",
                "I left Northline for Southway and never looked back.",
                "I prefer Southway over Northline.",
                "I prefer Southway to Northline any day",
                "I used Southway instead of Northline and it came on time.",
                "I wish Northline were like Southway",
                "Southway > Northline",
                "Northline < Southway",
            })
    void whoLosesAComparisonIsSpokenBadlyOfAndWhoWinsItWell(String post) {
        assertThat(toward("Northline", post)).contains(Polarity.NEGATIVE);
        if (post.contains("outhway")) {
            assertThat(toward("Southway", post)).contains(Polarity.POSITIVE);
        }
    }

    @Test
    void theOtherSideMayBeLeftUnsaid() {
        assertThat(toward("Northline", "way worse than Northline")).contains(Polarity.POSITIVE);
        assertThat(toward("Northline", "so much faster than Northline"))
                .contains(Polarity.NEGATIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Southway is not better than Northline",
                "I don't think Southway is better than Northline",
                "Is Southway better than Northline?",
                "If Southway were cheaper than Northline I would go",
                "Southway is bigger than Northline",
                "Better late than never, Northline",
                "Northline and Southway are better than Eastbay and Northline",
                "I did not switch from Northline to Southway",
                "Moved from York to Leeds, and Northline was there on time",
                "Oh great, Northline lost my parcel again. Just wonderful.",
                "Northline lost my parcel, Southway saved my day",
                "Menu -> Northline -> Southway",
                "more than Northline",
                "Left work early for the Northline engineer, nobody came.",
                "Left early for Northline and still waited two hours.",
                "My parcel came faster than Northline promised.",
                "The room was better than Northline advertised.",
                "I see no reason to switch from Northline to Southway.",
                "If I switched from Northline to Southway my bill would double.",
                "I'd hate to switch from Northline to Southway",
                "Open Settings > Northline and the toggle is gone",
                "Northline > Settings > Privacy crashes every time",
                "mail from Northline <Service@northline.example>",
                "Northline > Southway? No.",
            })
    void whatIsNoClearComparisonDecidesNothing(String post) {
        assertThat(toward("Northline", post)).isEmpty();
    }

    @Test
    void theRuleIsNamed() {
        assertThat(compare("Northline", "I left Northline for Southway.").orElseThrow().rule())
                .isEqualTo("left one for another");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Northline lost my parcel.",
                "Southway is better than Eastbay. Northline brings the post.",
                "rather late than never",
                "Moved the sofa. Left Northline a note.",
            })
    void onlySentencesThatMayCompareTheTargetAreParsed(String post) {
        assertThat(toward("Northline", post)).isEmpty();
        assertThat(parsed).isEmpty();
    }

    @Test
    void onlyTheSentenceAroundTheCueIsParsedAsReadableText() {
        toward("Northline", "Hi! #Southway 😀 is better than @Northline https://a.example . Bye");
        assertThat(parsed)
                .singleElement()
                .asString()
                .contains("Southway")
                .doesNotContain("#", "Hi");
        assertThat(parsed.getFirst()).doesNotContain("http", "@", "Bye");
    }

    @Test
    void fewSentencesOfAPostAreParsedAndNoLongOne() {
        toward("Northline", "Southway is better than Northline. ".repeat(50));
        assertThat(parsed).hasSize(3);
        parsed.clear();
        toward("Northline", "Southway and ".repeat(60) + "Eastbay are better than Northline");
        assertThat(parsed).isEmpty();
    }

    @Test
    void comparisonsThatContradictEachOtherDecideNothing() {
        assertThat(
                        toward(
                                "Northline",
                                "Northline is faster than Southway. Northline is ruder than Eastbay."))
                .isEmpty();
    }

    private Optional<Polarity> toward(String brand, String post) {
        return compare(brand, post).map(Comparisons.Verdict::polarity);
    }

    private Optional<Comparisons.Verdict> compare(String brand, String post) {
        var tokens = new Tokens().read(post);
        var target = new Occurrences().find(post, tokens, brand);
        return new Comparisons(post, tokens, target, this::parse).find();
    }

    private List<Sentence> parse(String text) {
        parsed.add(text);
        return CORENLP.parse(text);
    }
}
