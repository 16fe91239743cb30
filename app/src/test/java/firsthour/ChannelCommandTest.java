package firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.alerts.AlertKind;
import firsthour.alerts.AlertRules;
import firsthour.delivery.Chat;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// On a data folder whose database another process keeps up.
class ChannelCommandTest {
    @TempDir static Path data;
    private static Node node;

    private final StringWriter said = new StringWriter();

    @BeforeAll
    static void open() {
        node = Node.open(data);
    }

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void aChannelIsAddedTriedSwitchedOffAndRemoved() {
        try (var chat = new Chat(InstantSource.system())) {
            assertThat(run("add", "--slack", chat.address(), "--name", "Desk")).isZero();
            assertThat(said.toString())
                    .contains("Channel Desk is added: 127.0.0.1:", "…9f3c")
                    .contains("private address", "--allow-host 127.0.0.1")
                    .doesNotContain("aSecret");

            assertThat(run("test", "Desk")).isEqualTo(1);
            assertThat(said.toString()).contains("--allow-host 127.0.0.1");
            assertThat(chat.received()).isEmpty();

            assertThat(run("disable", "Desk")).isZero();
            assertThat(run("list")).isZero();
            assertThat(said.toString()).contains("switched off");
            assertThat(run("enable", "Desk")).isZero();
            assertThat(run("remove", "Desk")).isZero();
            assertThat(run("list")).isZero();
            assertThat(said.toString()).contains("There is no channel yet");
        }
    }

    @Test
    void whatCannotBeUsedIsRefusedWithStatusOne() {
        assertThat(run("add", "--slack", "nonsense")).isEqualTo(1);
        assertThat(said.toString()).contains("must begin with https://", "Nothing was added");
        assertThat(run("add", "--slack", "https://example.com/hook", "--brand", "Nobody"))
                .isEqualTo(1);
        assertThat(run("test", "Nobody")).isEqualTo(1);
        assertThat(said.toString()).contains("There is no channel “Nobody”");
        assertThat(run("add")).isEqualTo(2);
    }

    @Test
    void thePriorityCountsForNewCasesAlone() {
        assertThat(
                        run(
                                "add",
                                "--slack",
                                "https://example.com/hook",
                                "--name",
                                "High",
                                "--min-priority",
                                "70"))
                .isZero();
        var rules = node.get(AlertRules.class).list();
        assertThat(rules)
                .allSatisfy(rule ->
                        assertThat(rule.minPriority())
                                .isEqualTo(rule.kind() == AlertKind.NEW_CASE ? 70 : 0));
        assertThat(rules).hasSize(3);
        assertThat(run("remove", "High")).isZero();
    }

    private int run(String verb, String... more) {
        said.getBuffer().setLength(0);
        var words = new ArrayList<>(List.of("channel", verb, "--data=" + data));
        words.addAll(List.of(more));
        var command =
                new CommandLine(new Application())
                        .setExecutionExceptionHandler(new Explanations())
                        .setOut(new PrintWriter(said))
                        .setErr(new PrintWriter(said));
        return command.execute(words.toArray(String[]::new));
    }
}
