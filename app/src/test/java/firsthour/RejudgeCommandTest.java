package firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejudgeCommandTest {
    @TempDir Path temporary;

    @Test
    void saysWhatItDidOrWhatIsMissing() throws Exception {
        var data = TestDatabase.folderWithPrograms(temporary.resolve("data")).path().toString();
        Node.open(Path.of(data)).close();
        assertThat(Ran.of("rejudge", "--data", data, "--brand", "Kestrel").err())
                .contains("There is no brand “Kestrel”");
        Ran.of("brand", "add", "--data", data, "Kestrel", "--query", "kestrel", "--zone", "UTC");

        assertThat(Ran.of("rejudge", "--data", data, "--brand", "Kestrel", "--dry-run"))
                .isEqualTo(
                        new Ran(
                                0,
                                "The present version has judged them all: nothing would change.\n",
                                ""));
        assertThat(Ran.of("rejudge", "--data", data, "--brand", "Kestrel"))
                .isEqualTo(
                        new Ran(
                                0,
                                "0 mentions are judged again by a running node: ./firsthour"
                                        + " start\n",
                                ""));

        judgedByAnotherVersion(data);
        var tried = Ran.of("rejudge", "--data", data, "--brand", "Kestrel", "--dry-run");
        assertThat(tried.out())
                .contains("1 mention was judged on trial (cases from 0.50). Nothing was written.")
                .contains("would be flagged now")
                .contains("kestrel is the worst, my money is gone")
                .contains("was positive 0.01, is negative");
        assertThat(
                        Ran.of(
                                        "rejudge",
                                        "--data",
                                        data,
                                        "--brand",
                                        "Kestrel",
                                        "--since",
                                        "2026-11-11",
                                        "--dry-run")
                                .out())
                .contains("nothing would change");
        assertThat(Ran.of("rejudge", "--data", data, "--brand", "Kestrel").out())
                .startsWith("1 mention is judged again");
    }

    @Test
    void aDayThatIsNoneIsMisuse() {
        var ran = Ran.of("rejudge", "--brand", "Kestrel", "--since", "yesterday");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("--since", "yesterday");
    }

    private void judgedByAnotherVersion(String data) throws Exception {
        var posts =
                Files.writeString(
                        temporary.resolve("posts.jsonl"),
                        "{\"id\":\"1\",\"text\":\"kestrel is the worst, my money is gone\",\"author\":\"kim\","
                                + "\"url\":\"https://social.example/1\",\"publishedAt\":\"2026-11-10T10:00:00Z\"}\n");
        assertThat(Ran.of("import", "--data", data, posts.toString()).status()).isZero();
        try (var node = Node.open(Path.of(data))) {
            var rows = node.get(firsthour.database.Rows.class);
            rows.execute("UPDATE mention SET state = 'TRIAGED', verdict = 'LISTED'");
            rows.execute(
                    "INSERT INTO score (mention_id, model, polarity, negative, judged_at)"
                            + " SELECT id, 'older/1', 'POSITIVE', 0.01, detected_at FROM mention");
        }
    }
}
