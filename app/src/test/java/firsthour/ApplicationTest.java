package firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.database.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ApplicationTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir Path temporary;

    @Test
    void aPortInUseIsSaidAndNothingIsStarted() throws Exception {
        Path data = temporary.resolve("data");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int status =
                    run(
                            "start",
                            "--data",
                            data.toString(),
                            "--port",
                            Integer.toString(taken.getLocalPort()));
            assertThat(status).isEqualTo(1);
            assertThat(err.toString())
                    .contains("Port " + taken.getLocalPort(), "Nothing was started", "--port")
                    .doesNotContain("\tat ");
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void aDataFolderThatCannotBeUsedIsExplainedWithoutAStackTrace() throws Exception {
        Files.writeString(temporary.resolve("version"), "99");

        assertThat(run("start", "--data", temporary.toString(), "--port", "0")).isEqualTo(1);
        assertThat(err.toString()).contains("newer Firsthour").doesNotContain("\tat ");
    }

    @Test
    void noCommandAndUnknownOptionsAreMisuse() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("start", "--nonsense")).isEqualTo(2);
        assertThat(err.toString()).contains("Which command?", "--nonsense");
    }

    @Test
    void helpShowsExamples() {
        assertThat(run("--help")).isZero();
        assertThat(run("start", "--help")).isZero();
        assertThat(out.toString()).contains("Examples:", "firsthour start --data");
    }

    @Test
    void aNodeSaysHowItIsToWhoeverAsks() throws Exception {
        Path data = TestDatabase.folderWithPrograms(temporary.resolve("data")).path();
        try (Node node = Node.openServing(data, "127.0.0.1", -1, List.of());
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> health =
                    client.send(
                            HttpRequest.newBuilder(URI.create(node.listen() + "/health")).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body())
                    .contains("\"database\"", "\"scheduler\"", "runningSince", "11.4.5-MariaDB")
                    .doesNotContain(data.toString(), "jdbc:");
        }
    }

    private int run(String... arguments) {
        CommandLine commandLine = Application.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
