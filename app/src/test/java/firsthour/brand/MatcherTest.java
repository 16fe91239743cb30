package firsthour.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kestrel                    | Kestrel's beans are late            | true",
                "kestrel                    | thanks #Kestrel, thanks @KESTREL    | true",
                "kestrel                    | see kestrel.example/menu            | true",
                "kestrel                    | kestrels over the field             | false",
                "kestr*                     | kestrels over the field             | true",
                "café                       | The Cafe on Mill Road               | true",
                "\"kestrel coffee\"         | coffee from Kestrel                 | false",
                "\"kestrel coffee\"         | Kestrel  Coffee, again              | true",
                "kestrel coffee             | coffee from Kestrel                 | true",
                "kestrel AND coffee         | a kestrel                           | false",
                "kestrel OR coffee          | a coffee                            | true",
                "kestrel NOT bird           | a kestrel is a bird                 | false",
                "kestrel -bird -\"the sky\" | kestrel in the sky                  | false",
                "kestrel -bird -\"the sky\" | kestrel in my cup                   | true",
                "kestrel (late OR cold)     | my kestrel latte was cold           | true",
                "kestrel (late OR cold)     | my kestrel latte was fine           | false",
                "a OR b AND c               | a                                   | true",
                "NOT bird AND kestrel       | a kestrel                           | true",
                "東京コーヒー                 | 新しい東京コーヒーに行った                | true",
                "\"OR\"                     | either or                           | true",
            })
    void matchesAsAPersonExpects(String query, String text, boolean matches) throws QueryError {
        try (var matcher = Matcher.of(List.of(tracked(1, query)))) {
            assertThat(matcher.match(List.of(text)))
                    .containsExactly(matches ? Set.of(1L) : Set.of());
        }
    }

    @Test
    void namesEachBrandOnceForEachTextInTheOrderOfTheTexts() throws QueryError {
        var queries = List.of(tracked(1, "kestrel"), tracked(1, "beans"), tracked(2, "northline"));
        try (var matcher = Matcher.of(queries)) {
            assertThat(matcher.match(List.of("kestrel beans by northline", "nothing", "beans")))
                    .containsExactly(Set.of(1L, 2L), Set.of(), Set.of(1L));
        }
    }

    private static TrackedQuery tracked(long brandId, String query) {
        return new TrackedQuery(query.hashCode(), brandId, query, Instant.EPOCH);
    }
}
