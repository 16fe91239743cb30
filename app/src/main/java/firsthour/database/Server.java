package firsthour.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running mariadbd on a data folder. It may have been started by another process, also by one
/// that is gone.
///
/// Every method expects its caller to hold the folder's gate.
record Server(DataFolder folder, ServerProperties properties, ProcessHandle process) {
    static final String SCHEMA = "firsthour";
    static final String USER = "firsthour";

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /// Recovery after a crash may take long on a slow disk.
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration PAUSE = Duration.ofMillis(50);

    /// The server that runs on this folder, if one does: also one whose starter was killed before
    /// it could write down the process's number.
    static Optional<Server> find(DataFolder folder) throws IOException {
        Optional<ServerProperties> known = ServerProperties.find(folder.file("server.properties"));
        Optional<ProcessHandle> named =
                known.flatMap(properties -> ProcessHandle.of(properties.pid()));
        Optional<ProcessHandle> process =
                named.filter(handle -> isServerOf(folder, handle))
                        .or(() ->
                                ProcessHandle.allProcesses()
                                        .filter(handle -> isServerOf(folder, handle))
                                        .findFirst());
        if (process.isEmpty()) {
            return Optional.empty();
        }
        if (known.isEmpty()) {
            LOG.warn("A server runs on {} whose password is lost; stopping it", folder.path());
            new Server(folder, new ServerProperties(0, "", 0), process.get()).stop();
            return Optional.empty();
        }
        ServerProperties properties =
                new ServerProperties(
                        known.get().port(), known.get().password(), process.get().pid());
        Server server = new Server(folder, properties, process.get());
        if (!server.awaitAnswer()) {
            // It was on its way out. What it holds is free only when the process is gone for good.
            server.awaitEnd();
            return Optional.empty();
        }
        properties.write(folder.file("server.properties"));
        return Optional.of(server);
    }

    static Server start(DataFolder folder, Binaries binaries, int port) throws IOException {
        String password =
                ServerProperties.find(folder.file("server.properties"))
                        .map(ServerProperties::password)
                        .orElseGet(ServerProperties::newPassword);
        Path door = folder.file("server.properties");
        new ServerProperties(port, password, 0).write(door);
        Path setup = Installation.writeSetup(folder, password);
        Process process = Installation.launch(folder, binaries, port, setup);
        ServerProperties properties = new ServerProperties(port, password, process.pid());
        properties.write(door);
        Server server = new Server(folder, properties, process.toHandle());
        boolean answers = server.awaitAnswer();
        Files.deleteIfExists(setup);
        if (!answers) {
            throw new DatabaseUnavailable(Installation.explain(folder));
        }
        return server;
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:" + properties.port() + "/" + SCHEMA;
    }

    /// Whether the process still is our server: a number that the system gave to another program
    /// meanwhile does not count, nor does a dead child that nobody has collected.
    boolean runs() {
        return isServerOf(folder, process);
    }

    /// Asks it to stop and waits until it has written everything.
    void stop() {
        process.destroy();
        awaitEnd();
    }

    /// A process loses its command line a moment before its locks, and an uncollected child never
    /// counts as dead: so it waits for the first as long as it takes, and for the second a second.
    private void awaitEnd() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (runs()) {
            if (System.nanoTime() > deadline) {
                LOG.warn(
                        "The database server (process {}) takes long to stop; it is left to itself",
                        process.pid());
                return;
            }
            Pause.of(PAUSE);
        }
        for (int look = 0; process.isAlive() && look < 20; look++) {
            Pause.of(PAUSE);
        }
    }

    private static boolean isServerOf(DataFolder folder, ProcessHandle handle) {
        ProcessHandle.Info info = handle.info();
        String command = info.command().orElse("").toLowerCase(Locale.ROOT);
        String dataFolder = Installation.dataOption(folder);
        return handle.isAlive()
                && command.contains("mariadbd")
                && List.of(info.arguments().orElse(new String[0])).contains(dataFolder);
    }

    /// Waits until it answers; false when it ends before it does.
    private boolean awaitAnswer() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<SQLException> refusal = refusal();
            if (refusal.isEmpty()) {
                return true;
            }
            if (!runs()) {
                return false;
            }
            if (System.nanoTime() > deadline) {
                throw new DatabaseUnavailable(
                        "The database server of "
                                + folder.path()
                                + " (process "
                                + process.pid()
                                + ") runs but does not answer ("
                                + refusal.get().getMessage()
                                + "). Nothing was changed. Stop that process and start again.",
                        refusal.get());
            }
            Pause.of(PAUSE);
        }
    }

    private Optional<SQLException> refusal() {
        String quick = url() + "?connectTimeout=2000&socketTimeout=5000";
        try (Connection connection =
                DriverManager.getConnection(quick, USER, properties.password())) {
            return connection.isValid(1)
                    ? Optional.empty()
                    : Optional.of(new SQLException("not valid"));
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }
}
