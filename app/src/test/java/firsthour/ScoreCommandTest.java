package firsthour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// With the real models as they are shipped: here only the sentiment module's own jar is on the
/// class path, without those that its build takes models from.
class ScoreCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter errors = new StringWriter();

    @Test
    void postsAreJudgedAndExplained() {
        int status =
                run(
                        """
                        {"id":"1","text":"Worst service ever, the staff was rude"}
                        {"id":"2","text":"Der schlechteste Kundendienst, den ich kenne"}
                        {"id":"3","text":"Худший сервис"}
                        """,
                        "--explain");
        assertThat(status).isZero();
        assertThat(out.toString(UTF_8).lines())
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .contains("\"id\":\"1\"")
                                        .contains("\"polarity\":\"negative\"")
                                        .contains("\"phrases\":[{\"text\":")
                                        .contains("\"text\":\"rude\""),
                        line ->
                                assertThat(line)
                                        .contains("\"id\":\"2\"")
                                        .contains("\"polarity\":\"undetermined\"")
                                        .contains("\"probabilities\":null")
                                        .contains("\"language\":\"de\""),
                        line -> assertThat(line).contains("\"language\":\"ru\""));
        assertThat(errors.toString()).isEmpty();
    }

    @Test
    void anInvalidLineMakesTheExitStatusOne() {
        assertThat(run("{\"id\":\"1\",\"text\":\"\"}\nnonsense\n")).isEqualTo(1);
        assertThat(errors.toString()).startsWith("line 2: not JSON");
        assertThat(out.toString(UTF_8).lines()).hasSize(2);
    }

    @Test
    void helpShowsExamples() {
        StringWriter help = new StringWriter();
        CommandLine command = new CommandLine(new ScoreCommand(bytes(""), out));
        command.setOut(new PrintWriter(help));
        assertThat(command.execute("--help")).isZero();
        assertThat(help.toString())
                .contains("Examples:")
                .contains("--explain")
                .contains("polarity");
    }

    @Test
    void zeroThreadsAreRefused() {
        assertThat(run("", "--threads", "0")).isEqualTo(2);
        assertThat(errors.toString()).contains("--threads must be 1 or more");
    }

    private int run(String lines, String... arguments) {
        CommandLine command = new CommandLine(new ScoreCommand(bytes(lines), out));
        command.setErr(new PrintWriter(errors));
        return command.execute(arguments);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
