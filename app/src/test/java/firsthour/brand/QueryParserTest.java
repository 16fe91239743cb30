package firsthour.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``              | 0  | the query ends",
                "kestrel AND     | 11 | the query ends",
                "kestrel OR )    | 11 | found “)”",
                "(kestrel        | 0  | never closed",
                "kestrel)        | 7  | without its “(”",
                "a \"open phrase | 2  | quotation mark is never closed",
                "AND kestrel     | 0  | found AND",
                "kestrel OR OR x | 11 | found OR",
                "-bird           | 0  | only excludes",
                "a OR -bird      | 0  | only excludes",
                "!!!             | 0  | at least one letter or digit",
                "kes*rel         | 0  | only at the end",
            })
    void saysWhereAQueryCannotBeReadAndWhatWasExpected(String query, int position, String words) {
        var error = catchThrowableOfType(QueryError.class, () -> QueryParser.parse(query));
        assertThat(error.position()).isEqualTo(position);
        assertThat(error).hasMessageContaining(words).hasMessageContaining(query);
    }

    @Test
    void refusesParenthesesThatWouldExhaustTheStack() {
        assertThatThrownBy(() -> QueryParser.parse("(".repeat(100_000) + "a"))
                .isInstanceOf(QueryError.class)
                .hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> QueryParser.parse("-".repeat(100_000) + "a"))
                .isInstanceOf(QueryError.class)
                .hasMessageContaining("nested too deeply");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "apple OR ipad OR iphone          | apple,ipad,iphone",
                "\"kestrel coffee\" -bird         | kestrel coffee",
                "kestrel (beans OR latte)         | kestrel",
                "(a OR b) AND (c OR d OR e)       | a,b",
            })
    void derivesWhatANetworkIsAskedFor(String query, String phrases) throws QueryError {
        assertThat(QueryParser.parse(query).searchPhrases()).containsExactly(phrases.split(","));
    }
}
