package firsthour.sentiment.cues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthour.sentiment.Topic;
import firsthour.sentiment.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconTest {
    @Test
    void eitherWordOptionalWordsAnyWordAndNumbersAreUnderstood() {
        var lines = List.of("[delivery]", "1 late|slow box, took _? <n> days, came by? van");
        assertThat(found(lines, "a slow box")).containsExactly("slow box");
        assertThat(found(lines, "it took over 14 days")).containsExactly("took over 14 days");
        assertThat(found(lines, "it took six days")).containsExactly("took six days");
        assertThat(found(lines, "came by van, came van"))
                .containsExactly("came by van", "came van");
        assertThat(found(lines, "it took many long days")).isEmpty();
    }

    @Test
    void listsAndJoinedWordsStandForTheirWords() {
        var lines = List.of("<who> = nobody|no one", "[service]", "1 <who> calls|rings+back");
        assertThat(found(lines, "No one rings back")).containsExactly("No one rings back");
        assertThat(found(lines, "nobody calls")).containsExactly("nobody calls");
    }

    @Test
    void apostrophesHyphensAndHashtagsDoNotMatter() {
        var lines = List.of("[service]", "1 won't help, no show, refund");
        assertThat(found(lines, "they wont help")).containsExactly("wont help");
        assertThat(found(lines, "they won’t help")).containsExactly("won’t help");
        assertThat(found(lines, "a no-show")).containsExactly("no-show");
        assertThat(found(lines, "#Refund")).containsExactly("#Refund");
    }

    @Test
    void aLineThatIsIndentedGoesOnWithTheWeightBefore() {
        var lines = List.of("[price]", "0.5 dear", "  costly", "-1 dear sir");
        var phrases = Lexicon.of(lines);
        assertThat(strength(phrases, "dear")).isEqualTo(0.5);
        assertThat(strength(phrases, "costly")).isEqualTo(0.5);
        assertThat(strength(phrases, "dear sir")).isEqualTo(-0.5);
    }

    @Test
    void aLexiconThatCannotBeUnderstoodSaysWhere() {
        assertThatThrownBy(() -> Lexicon.of(List.of("[price]", "1 a?"))).hasMessageContaining("a?");
        assertThatThrownBy(() -> Lexicon.of(List.of("[price]", "1 <no> way")))
                .hasMessageContaining("<no>");
        assertThatThrownBy(() -> Lexicon.of(List.of("[prices]"))).hasMessageContaining("PRICES");
    }

    private static double strength(Phrases phrases, String text) {
        double[] sum = new double[1];
        phrases.find(
                new Words().read(new Tokens().read(text)),
                (target, weight, _, _) -> sum[0] += target == Targets.of(Topic.PRICE) ? weight : 0);
        return sum[0];
    }

    private static List<String> found(List<String> lexicon, String text) {
        var tokens = new Tokens().read(text);
        var words = new Words().read(tokens);
        var found = new ArrayList<String>();
        Lexicon.of(lexicon)
                .find(
                        words,
                        (_, _, from, to) ->
                                found.add(
                                        text.substring(
                                                tokens.start(words.token(from)),
                                                tokens.end(words.token(to - 1)))));
        return found;
    }
}
