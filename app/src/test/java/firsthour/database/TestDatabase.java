package firsthour.database;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The database of tests. Every application context that is started without `firsthour.data` (so
/// every `@MicronautTest(transactional = false)`) gets a schema of its own, empty and migrated as
/// in production, on one embedded server for the whole test run, and an empty data folder. Both are
/// gone when the context is closed.
@Factory
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Singleton
    @Requires(missingProperty = "firsthour.data")
    DataFolder dataFolder() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "test-data"));
            return DataFolder.open(Files.createTempDirectory(parent, "data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Singleton
    @Bean(preDestroy = "close")
    @Requires(missingProperty = "firsthour.data")
    Database database() {
        return emptySchema();
    }

    /// A new, empty schema without any table; closing drops it.
    public static Database emptySchema() {
        return new Schema(
                "firsthour_t" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet());
    }

    /// A data folder in which a server of its own can be started without unpacking its programs
    /// again.
    public static DataFolder folderWithPrograms(Path path) throws IOException {
        emptySchema().close();
        Files.createDirectories(path);
        Files.createSymbolicLink(
                path.resolve("mariadb-11.4.5"),
                Path.of("target", "test-database", "mariadb-11.4.5").toAbsolutePath());
        return new DataFolder(path);
    }

    private record Schema(String name) implements Database {
        Schema {
            execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        }

        @Override
        public String url() {
            return Shared.SERVER.url().replaceFirst("/firsthour$", "/" + name);
        }

        @Override
        public String username() {
            return Shared.SERVER.username();
        }

        @Override
        public String password() {
            return Shared.SERVER.password();
        }

        @Override
        public void close() {
            execute("DROP DATABASE IF EXISTS " + name);
        }
    }

    private static void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect() throws SQLException {
        EmbeddedDatabase server = Shared.SERVER;
        return DriverManager.getConnection(server.url(), server.username(), server.password());
    }

    /// The server is started on first use and kept in `target`, where its programs stay unpacked
    /// between runs.
    private static final class Shared {
        static final EmbeddedDatabase SERVER = open();

        private static EmbeddedDatabase open() {
            EmbeddedDatabase server =
                    EmbeddedDatabase.open(DataFolder.open(Path.of("target", "test-database")));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            try (Connection connection =
                            DriverManager.getConnection(
                                    server.url(), server.username(), server.password());
                    Statement statement = connection.createStatement()) {
                for (String schema : leftovers(statement)) {
                    statement.execute("DROP DATABASE IF EXISTS " + schema);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return server;
        }

        /// Schemas of test runs that were killed.
        private static List<String> leftovers(Statement statement) throws SQLException {
            List<String> found = new ArrayList<>();
            try (ResultSet schemas =
                    statement.executeQuery("SHOW DATABASES LIKE 'firsthour\\_t%'")) {
                while (schemas.next()) {
                    String name = schemas.getString(1);
                    long pid = Long.parseLong(name.replaceAll("^firsthour_t|_\\d+$", ""));
                    if (ProcessHandle.of(pid).isEmpty()) {
                        found.add(name);
                    }
                }
            }
            return found;
        }
    }
}
