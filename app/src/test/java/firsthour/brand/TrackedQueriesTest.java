package firsthour.brand;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.database.Rows;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
class TrackedQueriesTest {
    private final TrackedQueries queries;
    private final Brands brands;
    private final Rows rows;
    private final long kestrel;

    TrackedQueriesTest(TrackedQueries queries, Brands brands, Rows rows) {
        this.queries = queries;
        this.brands = brands;
        this.rows = rows;
        kestrel =
                brands.findByName("Kestrel")
                        .orElseGet(() -> brands.add("Kestrel", "UTC", false))
                        .id();
    }

    @BeforeEach
    void forgetAll() {
        rows.execute("DELETE FROM tracked_query");
    }

    @Test
    void matchesByWhatWasAddedOrRemovedOnWhicheverNode() throws QueryError {
        assertThat(matched("a kestrel")).isEmpty();

        var added = brands.addQuery(kestrel, "kestrel");
        assertThat(matched("a kestrel")).containsExactly(kestrel);

        rows.execute(
                "INSERT INTO tracked_query (brand_id, query, created_at) VALUES (%d, 'falcon', '2026-01-01')"
                        .formatted(kestrel));
        assertThat(matched("a falcon")).containsExactly(kestrel);

        rows.execute("DELETE FROM tracked_query WHERE id = " + added.id());
        assertThat(matched("a kestrel")).isEmpty();
        assertThat(matched("a falcon")).containsExactly(kestrel);
    }

    @Test
    void searchesForThePhrasesOfAllQueriesOnce() throws QueryError {
        brands.addQuery(kestrel, "kestrel -bird");
        brands.addQuery(kestrel, "\"kestrel coffee\" OR kestrel");

        assertThat(queries.searchFor(kestrel).phrases())
                .containsOnlyOnce("kestrel")
                .contains("kestrel coffee")
                .doesNotContain("bird");
    }

    private Set<Long> matched(String text) {
        return queries.match(List.of(text)).getFirst();
    }
}
