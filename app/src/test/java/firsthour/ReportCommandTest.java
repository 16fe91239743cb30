package firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    private Ran ran = new Ran(0, "", "");

    @TempDir Path temporary;

    @Test
    void writesTheFileAndPrintsItsPathOrSaysWhatIsMissing() throws Exception {
        var data = TestDatabase.folderWithPrograms(temporary.resolve("data")).path().toString();
        var folder = temporary.resolve("reports");

        Node.open(Path.of(data)).close();
        assertThat(run("report", "--data", data)).isEqualTo(1);
        assertThat(ran.err()).contains("There is no brand in", "firsthour brand add");

        run(
                "brand",
                "add",
                "--data",
                data,
                "Kestrel Coffee",
                "--query",
                "kestrel",
                "--zone",
                "UTC");
        assertThat(run("report", "--data", data, "--week", "2026-W46", "--out", folder.toString()))
                .isZero();
        assertThat(ran.out().strip())
                .isEqualTo(folder.resolve("kestrel-coffee-2026-W46.html").toString());
        assertThat(Files.readString(Path.of(ran.out().strip())))
                .contains("We found nobody speaking about Kestrel Coffee.");

        assertThat(run("report", "--data", data, "--brand", "Kestral")).isEqualTo(1);
        assertThat(ran.err())
                .contains(
                        "There is no brand “Kestral”. There is: “Kestrel Coffee”. Nothing was"
                                + " written.");
    }

    @Test
    void aWeekThatIsNoneIsSaidBeforeAnythingIsStarted() {
        var data = temporary.resolve("untouched");
        assertThat(run("report", "--data", data.toString(), "--week", "2027-W53")).isEqualTo(1);
        assertThat(ran.err())
                .contains(
                        "There is no week 53 in 2027: its weeks are 1 to 52. Nothing was written.");
        assertThat(data).doesNotExist();
    }

    private int run(String... arguments) {
        ran = Ran.of(arguments);
        return ran.status();
    }
}
