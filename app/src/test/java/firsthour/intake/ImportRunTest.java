package firsthour.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthour.brand.Rejected;
import firsthour.connectors.file.Options;
import firsthour.connectors.file.Outcome;
import firsthour.database.Rows;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MicronautTest(transactional = false, startApplication = false)
class ImportRunTest {
    private static final String STORED =
            "SELECT CONCAT(s.name, ': ', p.external_id) FROM post p JOIN source s"
                    + " ON s.id = p.source_id ORDER BY p.external_id";

    private final ImportRun imports;
    private final Rows rows;
    private final List<String> rejections = new ArrayList<>();

    @TempDir Path folder;

    ImportRunTest(ImportRun imports, Rows rows) {
        this.imports = imports;
        this.rows = rows;
    }

    @BeforeEach
    void empty() {
        for (var table : List.of("post", "source_count", "source_state", "source")) {
            rows.execute("DELETE FROM " + table);
        }
        rejections.clear();
    }

    @Test
    void eachRowIsStoredUnderTheSourceThatItNames() throws IOException {
        var tally =
                run(
                        null,
                        line("1", "ann", "Trustpilot"),
                        line("2", "ben", "Play Store"),
                        line("3", "cem", ""));

        assertThat(tally).isEqualTo(new Tally(3, 0, 0, 0, 3, 0, 0));
        assertThat(rows.column(STORED))
                .containsExactly("Trustpilot: 1", "Play Store: 2", "File import: 3");
    }

    @Test
    void idsAreUniqueWithinEachOfAFilesSources() throws IOException {
        var tally = run(null, line("1", "ann", "Trustpilot"), line("1", "ben", "Play Store"));

        assertThat(tally.accepted()).isEqualTo(2);
        assertThat(rejections).isEmpty();
    }

    @Test
    void aNameGivenForTheImportCountsForAllRows() throws IOException {
        run("Everything", line("1", "ann", "Trustpilot"), line("2", "ben", ""));

        assertThat(rows.column(STORED)).containsExactly("Everything: 1", "Everything: 2");
    }

    @Test
    void theSameFileAgainAcceptsNone() throws IOException {
        var lines =
                IntStream.range(0, 1100)
                        .mapToObj(i -> line("id" + i, "ann", i % 2 == 0 ? "even" : "odd"))
                        .toArray(String[]::new);

        assertThat(run(null, lines)).isEqualTo(new Tally(1100, 0, 0, 0, 1100, 0, 0));
        assertThat(run(null, lines)).isEqualTo(new Tally(0, 1100, 0, 0, 0, 0, 0));
    }

    @Test
    void aRowWhoseIdIsAnotherPostsIsRejectedByItsLine() throws IOException {
        run(null, line("7", "ann", ""));

        var tally = run(null, line("8", "ben", ""), line("7", "ben", ""));

        assertThat(tally).isEqualTo(new Tally(1, 0, 0, 0, 1, 0, 1));
        assertThat(rejections)
                .containsExactly(
                        "line 2: id 7 belongs to another post of “File import”, by another author or"
                                + " of another date, which was kept; name a --source of its own for"
                                + " this file");
    }

    @Test
    void aRowThatNamesAPulledSourceOrNoNameIsRejectedByItsLine() throws IOException {
        rows.execute(
                "INSERT INTO source (network, name, settings, created_at)"
                        + " VALUES ('rss', 'A feed', '{}', '2026-01-01')");

        var tally =
                run(
                        null,
                        line("1", "ann", "A feed"),
                        line("2", "ben", "x".repeat(200)),
                        "nonsense");

        assertThat(tally.rejected()).isEqualTo(3);
        assertThat(rejections).hasSize(3);
        assertThat(rejections.get(0))
                .startsWith("line 1: ")
                .contains("“A feed”", "no import's source");
        assertThat(rejections.get(1)).startsWith("line 2: ").contains("1 to 190 characters");
        assertThat(rows.column("SELECT SUM(rejected) FROM source_count")).containsExactly("3");
    }

    @Test
    void aNameThatCannotBeTakenIsRefusedBeforeAnythingIsRead() {
        rows.execute(
                "INSERT INTO source (network, name, settings, created_at)"
                        + " VALUES ('rss', 'A feed', '{}', '2026-01-01')");

        assertThatThrownBy(() -> run("A feed", line("1", "ann", "")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("another name");
        assertThat(rows.column("SELECT id FROM post")).isEmpty();
    }

    private Tally run(@Nullable String source, String... lines) throws IOException {
        var file = Files.write(folder.resolve("posts.jsonl"), List.of(lines));
        var imported =
                imports.run(
                        file,
                        Options.forName("posts.jsonl"),
                        source,
                        false,
                        why -> rejections.add(why.where() + ": " + why.reason()),
                        _ -> {});
        assertThat(imported.outcome()).isInstanceOf(Outcome.Done.class);
        return imported.tally();
    }

    private static String line(String id, String author, String source) {
        return """
        {"id":"%s","text":"They were late.","author":"%s","publishedAt":"2026-11-10T10:00:00Z","source":"%s"}\
        """
                .formatted(id, author, source);
    }
}
