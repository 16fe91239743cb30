package firsthour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Brands;
import firsthour.brand.QueryError;
import firsthour.brand.Sources;
import firsthour.connectors.Post;
import firsthour.database.Rows;
import firsthour.time.Clock;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Posts that were stored before anybody tracked them.
@MicronautTest(transactional = false)
class LateMatchingTest {
    private final LateMatching matching;
    private final Intake intake;
    private final Brands brands;
    private final Sources sources;
    private final Clock clock;
    private final Rows rows;

    LateMatchingTest(
            LateMatching matching,
            Intake intake,
            Brands brands,
            Sources sources,
            Clock clock,
            Rows rows) {
        this.matching = matching;
        this.intake = intake;
        this.brands = brands;
        this.sources = sources;
        this.clock = clock;
        this.rows = rows;
    }

    @Test
    void aQueryThatComesLateMentionsWhatIsStoredAlready() throws QueryError {
        var many =
                IntStream.range(0, 1_200)
                        .mapToObj(i -> post("p" + i, i % 2 == 0 ? "kestrel" : "heron", 1))
                        .toList();
        store(many);
        store(List.of(post("old", "an old kestrel", 72), post("own", "kestrel says sorry", 1)));
        rows.execute("UPDATE post SET history = FALSE");
        var brand = brands.addWithQuery("Kestrel", "UTC", "kestrel");
        rows.execute(
                "INSERT INTO found_reply (post_id, brand_id, bot) SELECT id, "
                        + brand.id()
                        + ", FALSE FROM post WHERE external_id = 'own'");

        sweepAll();

        assertThat(rows.column("SELECT COUNT(*) FROM mention")).containsExactly("601");
        assertThat(
                        rows.column(
                                "SELECT p.external_id FROM mention m JOIN post p ON p.id = m.post_id"
                                        + " WHERE m.late"))
                .as("what is older than two days is history")
                .containsExactly("old");

        brands.addQuery(brand.id(), "heron");
        sweepAll();
        assertThat(rows.column("SELECT COUNT(*) FROM mention")).containsExactly("1201");
        assertThat(matching.sweepBatch()).isFalse();
    }

    private void sweepAll() {
        while (matching.sweepBatch()) {
            // Until every query has seen every post.
        }
    }

    private void store(List<Post> posts) {
        intake.store(sources.fileSource("before"), posts, false, 0);
    }

    private Post post(String id, String text, int hoursAgo) {
        return new Post(
                id,
                Optional.empty(),
                Optional.empty(),
                text,
                Optional.of(
                        new Post.Author(
                                "ann", Optional.empty(), Optional.empty(), OptionalLong.empty())),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                clock.instant().minus(Duration.ofHours(hoursAgo)),
                Optional.empty());
    }
}
