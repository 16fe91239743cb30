package firsthour.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The packaged application on a data folder of its own.
final class Installation {
    static final Path JAR = Path.of(System.getProperty("firsthour.jar", "target/firsthour.jar"));
    private static final Pattern SERVING = Pattern.compile("^Firsthour runs on (http://\\S+)");

    /// Of the administrator that a first start makes.
    static final String PASSWORD = "a long password for tests";

    private final Path folder;

    Installation(Path folder) {
        this.folder = folder;
    }

    /// What a command that ended said.
    record Ended(int status, String output) {}

    /// A node that serves.
    record Node(Process process, String url) {
        /// SIGKILL: no hook runs.
        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        /// SIGTERM.
        void stop() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The node does not stop");
            }
        }
    }

    /// Runs a command to its end.
    Ended run(String... command) throws IOException, InterruptedException {
        var process = begin(command);
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    /// Runs a command that has to succeed.
    String succeed(String... command) throws IOException, InterruptedException {
        var ended = run(command);
        if (ended.status() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + ended.output());
        }
        return ended.output();
    }

    /// Starts a command, with `--data` added behind it.
    Process begin(String... command) throws IOException {
        var all =
                new ArrayList<>(
                        List.of(java(), "-XX:+UseSerialGC", "-Xmx2g", "-jar", JAR.toString()));
        all.addAll(List.of(command));
        all.addAll(List.of("--data", folder.toString()));
        var builder = new ProcessBuilder(all).redirectErrorStream(true);
        builder.environment().putAll(Map.of("FIRSTHOUR_ADMIN_PASSWORD", PASSWORD));
        return builder.start();
    }

    /// Starts a node on a free port and waits until it serves.
    Node start(String... options) throws IOException {
        var command = new ArrayList<>(List.of("start", "--port", Integer.toString(freePort())));
        command.addAll(List.of(options));
        return serving(begin(command.toArray(String[]::new)));
    }

    /// Starts the demo on a free port, loads its sample and waits until it serves.
    Node startDemo(String... options) throws IOException {
        var command = new ArrayList<>(List.of("demo", "--port", Integer.toString(freePort())));
        command.addAll(List.of(options));
        return serving(begin(command.toArray(String[]::new)));
    }

    /// Waits until a process says where it serves, and goes on reading what it says.
    static Node serving(Process process) throws IOException {
        var output = process.inputReader();
        var said = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            var url = url(line);
            if (url.isPresent()) {
                Thread.ofVirtual().start(() -> drain(output));
                return new Node(process, url.get());
            }
        }
        throw new IllegalStateException("The node did not start:\n" + said);
    }

    /// The process of the database's server.
    long serverPid() throws IOException {
        return Long.parseLong(server().getProperty("pid"));
    }

    /// A connection to the installation's database, whose server must run.
    Connection connect() throws SQLException, IOException {
        var properties = server();
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + properties.getProperty("port") + "/firsthour",
                "firsthour",
                properties.getProperty("password"));
    }

    private Properties server() throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("server.properties"))) {
            properties.load(reader);
        }
        return properties;
    }

    private static Optional<String> url(String line) {
        var matcher = SERVING.matcher(line);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static void drain(BufferedReader output) {
        try {
            while (output.readLine() != null) {
                // A full pipe would stop the node.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
