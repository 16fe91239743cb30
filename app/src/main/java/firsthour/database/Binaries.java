package firsthour.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The programs of a MariaDB server on this machine.
///
/// @param server mariadbd
/// @param install mariadb-install-db, which fills an empty data folder
/// @param base the folder that both belong to; null when they were built for where they lie
record Binaries(Path server, Path install, @Nullable Path base) {
    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);
    private static final List<String> USUAL_FOLDERS =
            List.of(
                    "/usr/sbin",
                    "/usr/bin",
                    "/usr/local/sbin",
                    "/usr/local/bin",
                    "/opt/homebrew/bin",
                    "/opt/homebrew/opt/mariadb/bin");

    /// The bundled server where it runs, else one that is installed.
    ///
    /// @param folder where the bundled one is unpacked, once for each version
    /// @throws DatabaseUnavailable when there is none
    static Binaries find(Path folder) throws IOException {
        Optional<Path> bundled = Bundle.find().map(bundle -> bundle.unpackInto(folder));
        if (bundled.isPresent()) {
            Path base = bundled.get();
            Binaries binaries =
                    new Binaries(
                            base.resolve("bin/mariadbd"),
                            base.resolve("scripts/mariadb-install-db"),
                            base);
            if (binaries.run()) {
                return binaries;
            }
            LOG.warn(
                    "The bundled MariaDB does not run on this system; looking for one on the PATH");
        }
        return installed(System.getenv().getOrDefault("PATH", ""));
    }

    /// @param path folders as in the environment variable PATH
    static Binaries installed(String path) {
        List<Path> folders =
                Stream.concat(Stream.of(path.split(File.pathSeparator)), USUAL_FOLDERS.stream())
                        .filter(folder -> !folder.isBlank())
                        .map(Path::of)
                        .toList();
        Optional<Path> server = program(folders, "mariadbd");
        Optional<Path> install = program(folders, "mariadb-install-db");
        if (server.isEmpty() || install.isEmpty()) {
            throw new DatabaseUnavailable(
                    "There is no MariaDB for this system ("
                            + System.getProperty("os.name")
                            + " "
                            + System.getProperty("os.arch")
                            + "). Nothing was started. Install one (Debian: apt install mariadb-server-core;"
                            + " macOS: brew install mariadb), or name your own with FIRSTHOUR_DATABASE_URL,"
                            + " FIRSTHOUR_DATABASE_USERNAME and FIRSTHOUR_DATABASE_PASSWORD.");
        }
        return new Binaries(server.get(), install.get(), null);
    }

    private static Optional<Path> program(List<Path> folders, String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Whether the server's program can run here at all: the right processor, every library found.
    private boolean run() {
        try {
            Process process =
                    new ProcessBuilder(server.toString(), "--no-defaults", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            LOG.warn("{}", e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Stopped while the database was being started.", e);
        }
    }
}
