package firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.database.TestDatabase;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a data folder whose database another process keeps up.
class ImportCommandTest {
    private static final String GOOD =
            """
            {"id":"1","text":"Kestrel was late","publishedAt":"2026-11-10T10:00:00Z"}
            """;

    @TempDir static Path temporary;
    private static Path data;
    private static Node node;

    @BeforeAll
    static void open() throws IOException {
        data = TestDatabase.folderWithPrograms(temporary.resolve("data")).path();
        node = Node.open(data);
    }

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void aFileWithABadLineIsStoredAsFarAsItCanAndIsNoSuccess() throws Exception {
        var file = file("mixed.jsonl", GOOD + GOOD.replace("\"id\":\"1\",", ""));

        var ran = run(file);

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).containsPattern("accepted +1\n").containsPattern("rejected +1\n");
        assertThat(ran.err()).contains("line 2", "`id`");
    }

    @Test
    void theSameFileAgainAcceptsNoneAndSucceeds() throws Exception {
        var file = file("same.jsonl", GOOD.replace("\"1\"", "\"same\""));
        assertThat(run(file).status()).isZero();

        var again = run(file);

        assertThat(again.status()).isZero();
        assertThat(again.out()).containsPattern("accepted +0\n").containsPattern("duplicate +1\n");
    }

    @Test
    void anEncodingThatIsNoneIsSaidWithoutAStackTrace() throws Exception {
        var file = file("posts.csv", "id,text,publishedAt\n");
        for (var name : List.of("windows 1252", "utf-99", "ümlaut")) {
            var ran = run(file, "--encoding", name);
            assertThat(ran.status()).isEqualTo(1);
            assertThat(ran.err())
                    .contains(
                            "“" + name + "” is no encoding", Charset.forName("windows-1252").name())
                    .doesNotContain("\tat ");
        }
    }

    private static Path file(String name, String content) throws IOException {
        return Files.writeString(temporary.resolve(name), content);
    }

    private static Ran run(Path file, String... more) {
        return Ran.of(
                Stream.concat(
                                Stream.of("import", "--data=" + data, file.toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }
}
