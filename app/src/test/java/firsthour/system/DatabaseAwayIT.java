package firsthour.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged application whose database goes away under it.
class DatabaseAwayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir Path scratch;

    private Installation installation;
    private Installation.Node node;
    private Reader reader;

    @BeforeEach
    void start() throws Exception {
        installation = new Installation(scratch.resolve("data"));
        installation.succeed("brand", "add", "Kestrel", "--query", "kestrel");
        node = installation.start();
        reader = Reader.of(node.url());
        reader.signIn("admin@firsthour.local", Installation.PASSWORD);
    }

    @AfterEach
    void stop() throws Exception {
        reader.close();
        node.stop();
    }

    @Test
    void tellsAPersonThatItIsAwayAndGoesOnWhenItIsBack() throws Exception {
        long server = installation.serverPid();
        signal("STOP", server);
        try {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> {
                        var page = reader.get("/queue");
                        assertThat(page.statusCode()).isEqualTo(503);
                        assertThat(page.body()).contains("The database is away", "Nothing is lost");
                    });
            assertThat(reader.get("/health").statusCode()).isEqualTo(503);
        } finally {
            signal("CONT", server);
        }
        awaitService();
        assertThat(reader.get("/brands").body()).contains("Kestrel");
    }

    @Test
    void startsTheEmbeddedOneAgainWhenItDies() throws Exception {
        long server = installation.serverPid();
        signal("KILL", server);

        await().atMost(PATIENCE).until(() -> installation.serverPid() != server);
        awaitService();
        assertThat(reader.get("/brands").body()).contains("Kestrel");
    }

    private void awaitService() {
        await().atMost(PATIENCE)
                .until(() ->
                        reader.get("/queue").statusCode() == 200
                                && reader.get("/health").statusCode() == 200);
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor())
                .isZero();
    }
}
