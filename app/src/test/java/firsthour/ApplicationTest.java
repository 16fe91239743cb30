package firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.database.TestDatabase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ApplicationTest {
    private Ran ran = new Ran(0, "", "");

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
            assertThat(ran.err())
                    .contains("Port " + taken.getLocalPort(), "Nothing was started", "--port")
                    .doesNotContain("\tat ");
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void aDataFolderThatCannotBeUsedIsExplainedWithoutAStackTrace() throws Exception {
        Files.writeString(temporary.resolve("version"), "99");

        assertThat(run("start", "--data", temporary.toString(), "--port", "0")).isEqualTo(1);
        assertThat(ran.err()).contains("newer Firsthour").doesNotContain("\tat ");
    }

    @Test
    void noCommandAndUnknownOptionsAreMisuse() {
        assertThat(run()).isEqualTo(2);
        assertThat(ran.err()).contains("Which command?");
        assertThat(run("start", "--nonsense")).isEqualTo(2);
        assertThat(ran.err()).contains("--nonsense");
    }

    @Test
    void everyCommandShowsExamplesAndTheVersion() {
        commands(Application.commandLine()).forEach(this::expectExamplesAndVersion);
    }

    private void expectExamplesAndVersion(CommandLine command) {
        var words = command.getCommandSpec().qualifiedName().split(" ");
        var named = Arrays.asList(words).subList(1, words.length);
        assertThat(run(with(named, "--help"))).isZero();
        assertThat(ran.out()).contains("Examples:", command.getCommandSpec().qualifiedName());
        assertThat(run(with(named, "--version"))).isZero();
        assertThat(ran.out()).startsWith("Firsthour ");
    }

    private static String[] with(List<String> words, String option) {
        return Stream.concat(words.stream(), Stream.of(option)).toArray(String[]::new);
    }

    /// A command and all below it that a person is shown.
    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream()
                        .filter(below -> !below.getCommandSpec().usageMessage().hidden())
                        .filter(below -> !(below.getCommand() instanceof CommandLine.HelpCommand))
                        .flatMap(ApplicationTest::commands));
    }

    @Test
    void aMistypedFolderIsSaidAndNotMade() {
        Path data = temporary.resolve("mistyped");
        for (var command :
                List.of(
                        List.of("brand", "list"),
                        List.of("source", "list"),
                        List.of("channel", "list"),
                        List.of("user", "list"),
                        List.of("report"))) {
            var words = Stream.concat(command.stream(), Stream.of("--data=" + data));
            assertThat(run(words.toArray(String[]::new))).isEqualTo(1);
            assertThat(ran.err()).contains("no data of Firsthour", data.toString());
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void aPublicAddressThatIsNoneIsRefusedBeforeAnythingStarts() {
        Path data = temporary.resolve("data");
        assertThat(run("start", "--data", data.toString(), "--public-url", "firsthour.example"))
                .isEqualTo(1);
        assertThat(ran.err()).contains("Nothing was started", "https://firsthour.example");
        assertThat(data).doesNotExist();
    }

    @Test
    void aNodeSaysHowItIsToWhoeverAsks() throws Exception {
        Path data = TestDatabase.folderWithPrograms(temporary.resolve("data")).path();
        try (Node node = Node.openServing(data, Serving.locally(-1));
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
        ran = Ran.of(arguments);
        return ran.status();
    }
}
