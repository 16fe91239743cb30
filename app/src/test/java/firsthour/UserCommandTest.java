package firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCommandTest {

    @Test
    void keepsTheTeamWithoutABrowser(@TempDir Path data) {
        var added =
                run(
                        data,
                        "a sentence for tests",
                        "add",
                        "Dana@example.com",
                        "--name",
                        "Dana",
                        "--role",
                        "Admin",
                        "--password-stdin");
        assertThat(added).isEqualTo(new Ran(0, "Added dana@example.com as admin.\n", ""));

        var made =
                run(
                        data,
                        "",
                        "add",
                        "ola@example.com",
                        "--name",
                        "Ola",
                        "--role",
                        "agent",
                        "--zone",
                        "Europe/Oslo");
        assertThat(made.status()).isZero();
        assertThat(made.out())
                .containsPattern("Password, shown this once: ([a-z2-9]{4}-){4}[a-z2-9]{4}");

        var again = run(data, "", "add", "ola@example.com", "--name", "Ola", "--role", "agent");
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("ola@example.com is in the team already");
        assertThat(again.out()).isEmpty();

        var weak = run(data, "short", "password", "ola@example.com", "--password-stdin");
        assertThat(weak.status()).isEqualTo(1);
        assertThat(weak.err()).contains("at least 12 characters", "Nothing was changed");

        assertThat(
                        run(
                                        data,
                                        "another sentence",
                                        "password",
                                        "ola@example.com",
                                        "--password-stdin")
                                .out())
                .isEqualTo("ola@example.com has a new password.\n");

        var last = run(data, "", "deactivate", "dana@example.com");
        assertThat(last.status()).isEqualTo(1);
        assertThat(last.err()).contains("last active admin");
        assertThat(run(data, "", "deactivate", "ola@example.com").status()).isZero();
        assertThat(run(data, "", "deactivate", "nobody@example.com").status()).isEqualTo(1);

        var list = run(data, "", "list").out().lines().toList();
        assertThat(list).hasSize(2);
        assertThat(list.get(0)).containsPattern("^dana@example.com +admin +UTC +active +Dana$");
        assertThat(list.get(1))
                .containsPattern("^ola@example.com +agent +Europe/Oslo +deactivated +Ola$");
    }

    @Test
    void aRoleThatIsNoneIsMisuse(@TempDir Path data) {
        var ran = run(data, "", "add", "ola@example.com", "--name", "Ola", "--role", "boss");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("viewer, agent, manager or admin");
    }

    private static Ran run(Path data, String input, String... arguments) {
        var before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            var all = new ArrayList<>(List.of("user"));
            all.addAll(Arrays.asList(arguments));
            all.addAll(List.of("--data", data.toString()));
            return Ran.of(all.toArray(String[]::new));
        } finally {
            System.setIn(before);
        }
    }
}
