package firsthour.connectors.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueriesTest {
    @Test
    void phrasesAreJoinedAsFarAsTheyFit() {
        List<String> phrases =
                IntStream.range(0, 40).mapToObj(i -> "Acme Air Lines number " + i).toList();

        List<String> queries = Queries.of(phrases);

        assertThat(queries).hasSizeBetween(2, 4).allMatch(query -> query.length() <= 512);
        assertThat(queries).allMatch(query -> query.matches("\\(\".*\"\\) -is:retweet"));
        assertThat(phrases)
                .allMatch(phrase ->
                        queries.stream().anyMatch(query -> query.contains('"' + phrase + '"')));
    }

    @Test
    void quotationMarksDoNotEndAPhraseAndAPhraseWithoutAWordIsLeftOut() {
        assertThat(Queries.of(List.of("the \"best\" Acme\\", "?!")))
                .containsExactly("\"the  best  Acme\" -is:retweet");
        assertThat(Queries.of(List.of("", "…"))).isEmpty();
    }

    @Test
    void aPhraseThatIsTooLongIsLookedForByItsBeginning() {
        assertThat(Queries.of(List.of("Acme ".repeat(200), "x".repeat(600))))
                .hasSize(2)
                .allMatch(query -> query.length() > 490 && query.length() <= 512)
                .allMatch(query -> query.endsWith("\" -is:retweet"))
                .anyMatch(query -> query.contains("Acme Acme\""));
    }
}
