package firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.alerts.AlertKind;
import firsthour.alerts.AlertRules;
import firsthour.delivery.Chat;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a data folder whose database another process keeps up.
class ChannelCommandTest {
    @TempDir static Path data;
    private static Node node;

    private Ran ran = new Ran(0, "", "");

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
            assertThat(ran.said())
                    .contains("Channel Desk is added: 127.0.0.1:", "…9f3c")
                    .contains("private address", "--allow-host 127.0.0.1")
                    .doesNotContain("aSecret");

            assertThat(run("test", "Desk")).isEqualTo(1);
            assertThat(ran.said()).contains("--allow-host 127.0.0.1");
            assertThat(chat.received()).isEmpty();

            assertThat(run("disable", "Desk")).isZero();
            assertThat(run("list")).isZero();
            assertThat(ran.said()).contains("switched off");
            assertThat(run("enable", "Desk")).isZero();
            assertThat(run("remove", "Desk")).isZero();
            assertThat(run("list")).isZero();
            assertThat(ran.said()).contains("There is no channel yet");
        }
    }

    @Test
    void whatCannotBeUsedIsRefusedWithStatusOne() {
        assertThat(run("add", "--slack", "nonsense")).isEqualTo(1);
        assertThat(ran.said()).contains("must begin with https://", "Nothing was added");
        assertThat(run("add", "--slack", "https://example.com/hook", "--brand", "Nobody"))
                .isEqualTo(1);
        assertThat(run("add", "--slack", "https://example.com/hook", "--min-priority", "121"))
                .isEqualTo(1);
        assertThat(ran.said()).contains("from 0 to 120", "Nothing was added");
        assertThat(run("test", "Nobody")).isEqualTo(1);
        assertThat(ran.said()).contains("There is no channel “Nobody”");
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
        assertThat(rules).hasSize(AlertKind.values().length);
        assertThat(run("remove", "High")).isZero();
    }

    private int run(String verb, String... more) {
        var words = new ArrayList<>(List.of("channel", verb, "--data=" + data));
        words.addAll(List.of(more));
        ran = Ran.of(words.toArray(String[]::new));
        return ran.status();
    }
}
