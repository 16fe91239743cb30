package firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.database.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir Path temporary;

    @Test
    void writesTheFileAndPrintsItsPathOrSaysWhatIsMissing() throws Exception {
        var data = TestDatabase.folderWithPrograms(temporary.resolve("data")).path().toString();
        var folder = temporary.resolve("reports");

        assertThat(run("report", "--data", data)).isEqualTo(1);
        assertThat(err.toString()).contains("There is no brand in", "firsthour brand add");

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
        out.getBuffer().setLength(0);
        assertThat(run("report", "--data", data, "--week", "2026-W46", "--out", folder.toString()))
                .isZero();
        assertThat(out.toString().strip())
                .isEqualTo(folder.resolve("kestrel-coffee-2026-W46.html").toString());
        assertThat(Files.readString(Path.of(out.toString().strip())))
                .contains("We found nobody speaking about Kestrel Coffee.");

        assertThat(run("report", "--data", data, "--brand", "Kestral")).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "There is no brand “Kestral”. There is: “Kestrel Coffee”. Nothing was"
                                + " written.");
    }

    @Test
    void aWeekThatIsNoneIsSaidBeforeAnythingIsStarted() {
        var data = temporary.resolve("untouched");
        assertThat(run("report", "--data", data.toString(), "--week", "2027-W53")).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "There is no week 53 in 2027: its weeks are 1 to 52. Nothing was written.");
        assertThat(data).doesNotExist();
    }

    private int run(String... arguments) {
        var commandLine = Application.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
