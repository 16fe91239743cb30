package firsthour.database;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/// What the processes on one data folder have to know of its server.
///
/// @param port on the loopback address, 1 to 65535
/// @param password made by chance once for each folder
/// @param pid the server's process; 0 while it is being started
record ServerProperties(int port, String password, long pid) {
    private static final int PASSWORD_BYTES = 24;

    static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// Empty when the file is missing or was not written by [#write].
    static Optional<ServerProperties> find(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
            return Optional.of(
                    new ServerProperties(
                            Integer.parseInt(read.getProperty("port", "")),
                            read.getProperty("password", ""),
                            Long.parseLong(read.getProperty("pid", ""))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// All at once, so that nobody reads half of it; readable by this user only.
    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("password", password);
        properties.setProperty("pid", Long.toString(pid));
        Path draft = Files.createTempFile(file.getParent(), "server", ".part");
        try (Writer writer = Files.newBufferedWriter(draft)) {
            properties.store(writer, null);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public String toString() {
        return "ServerProperties[port=" + port + ", pid=" + pid + "]";
    }
}
