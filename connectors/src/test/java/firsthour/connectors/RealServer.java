package firsthour.connectors;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server as it is run elsewhere, got and started by its script in `src/test/real`.
public final class RealServer implements AutoCloseable {
    /// To get one takes minutes, the first time.
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private static final Path SCRIPTS = Path.of("src/test/real");
    private static final Path FOLDER =
            Path.of(System.getProperty("firsthour.real.folder", "target/real")).toAbsolutePath();

    private final String name;
    private final int port = freePort();
    private final Thread atExit = new Thread(this::stop);

    private RealServer(String name) {
        this.name = name;
    }

    /// Starts a server afresh; close it in the end.
    ///
    /// @param name of its script
    public static RealServer start(String name) {
        RealServer server = new RealServer(name);
        server.run("get");
        Runtime.getRuntime().addShutdownHook(server.atExit);
        server.run("start");
        return server;
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /// A file of this run.
    public Path file(String path) {
        return FOLDER.resolve(name).resolve("run").resolve(path);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stop();
    }

    private void stop() {
        run("stop");
    }

    private void run(String action) {
        try {
            Files.createDirectories(FOLDER);
            Path said = FOLDER.resolve(name + "-" + action + ".log");
            String script = SCRIPTS.resolve(name + ".sh").toString();
            Process process =
                    new ProcessBuilder(List.of("sh", script, action, FOLDER.toString(), "" + port))
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
            if (!process.waitFor(PATIENCE.toMinutes(), TimeUnit.MINUTES)) {
                process.destroy();
                fail("%s %s takes too long. It said:%n%s", script, action, Files.readString(said));
            }
            if (process.exitValue() != 0) {
                fail("%s %s failed. It said:%n%s", script, action, Files.readString(said));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
