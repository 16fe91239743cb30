package firsthour.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The command lines of MariaDB's programs, and the files that they need on a data folder.
final class Installation {
    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    private static final long SPACE = 250L << 20;
    private static final long LOG_LIMIT = 5L << 20;

    private Installation() {}

    /// Fills `db` with MariaDB's own tables when it is missing; an unfinished attempt is thrown
    /// away.
    static void install(DataFolder folder, Binaries binaries) throws IOException {
        Path data = folder.file("db");
        if (Files.isDirectory(data)) {
            return;
        }
        Disk.requireSpace(folder.path(), SPACE);
        deleteAll(folder, "db.part*");
        LOG.info("Making a new database in {} (once)", data);
        // A name of its own: an installer that outlived a killed Firsthour may still write to the
        // last one.
        Path draft = Files.createTempDirectory(folder.path(), "db.part");
        Path log = logFile(folder, "install.log");
        List<String> command = new ArrayList<>();
        command.add(binaries.install().toString());
        command.add("--no-defaults");
        command.add("--force");
        command.add("--skip-name-resolve");
        command.add("--skip-test-db");
        command.add("--auth-root-authentication-method=normal");
        // Relative to the data folder: the script cannot take a blank in a path.
        command.add("--datadir=./" + draft.getFileName());
        if (binaries.base() != null) {
            command.add("--basedir=./" + folder.path().relativize(binaries.base()));
        }
        addUser(command);
        int status = waitFor(start(folder, command, log));
        if (status != 0 || !Files.isDirectory(draft.resolve("mysql"))) {
            throw new DatabaseUnavailable(
                    "A new database could not be made in "
                            + data
                            + ". Nothing else was changed. "
                            + said(log));
        }
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /// What the server does on its way up: only our user remains, with the folder's password, on
    /// loopback.
    static Path writeSetup(DataFolder folder, String password) throws IOException {
        // What a killed start left behind tells the password.
        deleteAll(folder, "setup*.sql");
        Path setup = Files.createTempFile(folder.path(), "setup", ".sql");
        Files.writeString(
                setup,
                """
                DELETE FROM mysql.global_priv WHERE User NOT IN ('mariadb.sys', 'firsthour');
                FLUSH PRIVILEGES;
                CREATE DATABASE IF NOT EXISTS firsthour CHARACTER SET utf8mb4;
                CREATE USER IF NOT EXISTS 'firsthour'@'127.0.0.1';
                ALTER USER 'firsthour'@'127.0.0.1' IDENTIFIED BY '%s';
                GRANT ALL PRIVILEGES ON `firsthour%%`.* TO 'firsthour'@'127.0.0.1';
                """
                        .formatted(password));
        return setup;
    }

    static Process launch(DataFolder folder, Binaries binaries, int port, Path setup)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(binaries.server().toString());
        command.add("--no-defaults");
        command.add(dataOption(folder));
        if (binaries.base() != null) {
            command.add("--basedir=" + binaries.base());
        }
        addUser(command);
        command.add("--bind-address=127.0.0.1");
        command.add("--port=" + port);
        // No socket file: its path may have 107 bytes at most, and nobody needs it.
        command.add("--socket=");
        command.add("--pid-file=" + folder.file("db").resolve("mariadbd.pid"));
        command.add("--init-file=" + setup);
        // A starting server deletes what looks like its own in this folder: in /tmp that would be
        // another server's.
        command.add("--tmpdir=" + Files.createDirectories(folder.file("tmp")));
        // Loopback only; making a key at every start takes ten seconds of processor time.
        command.add("--skip-ssl");
        command.add("--skip-name-resolve");
        command.add("--default-time-zone=+00:00");
        command.add("--character-set-server=utf8mb4");
        command.add("--transaction-isolation=READ-COMMITTED");
        command.add("--max-allowed-packet=64M");
        command.addAll(extraOptions());
        return start(folder, command, logFile(folder, "mariadb.log"));
    }

    static String dataOption(DataFolder folder) {
        return "--datadir=" + folder.file("db");
    }

    /// Why a server that was launched is gone.
    static String explain(DataFolder folder) {
        Path log = folder.file("log").resolve("mariadb.log");
        return "The database in "
                + folder.path()
                + " did not start. What it holds was kept. "
                + said(log);
    }

    static boolean portWasTaken(DataFolder folder) {
        return Disk.lastLines(folder.file("log").resolve("mariadb.log"), 20).stream()
                .anyMatch(line -> line.contains("Bind on TCP/IP port"));
    }

    /// Options of the developer's own, for tests that need no durable disk.
    private static List<String> extraOptions() {
        String options = System.getProperty("firsthour.mariadb.options", "");
        return options.isBlank() ? List.of() : List.of(options.split(" "));
    }

    private static void deleteAll(DataFolder folder, String names) throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder.path(), names)) {
            for (Path draft : drafts) {
                Disk.deleteAll(draft);
            }
        }
    }

    private static String said(Path log) {
        List<String> telling =
                Disk.lastLines(log, 60).stream()
                        .filter(line -> line.contains("ERROR") || line.contains("rror:"))
                        .toList();
        List<String> lines = telling.isEmpty() ? Disk.lastLines(log, 3) : telling;
        String last =
                String.join("\n  ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
        return "It said (all of it in " + log + "):\n  " + last;
    }

    /// MariaDB refuses to run as root unless told so.
    private static void addUser(List<String> command) {
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
    }

    private static Path logFile(DataFolder folder, String name) throws IOException {
        Path log = Files.createDirectories(folder.file("log")).resolve(name);
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(name + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    /// Output goes to a file, never to a pipe: the server outlives whoever would read it.
    private static Process start(DataFolder folder, List<String> command, Path log)
            throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Stopped while a new database was being made.", e);
        }
    }
}
