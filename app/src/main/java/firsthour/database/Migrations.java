package firsthour.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

/// Brings the tables to what this version needs. Flyway holds a lock in the database, so nodes that
/// start at once take turns. It has a connection of its own: changing a large table may take longer
/// than the pool's time-outs allow.
final class Migrations {
    private static final String CHARACTERS = "utf8mb4";

    private Migrations() {}

    /// @throws DatabaseUnavailable when the database does not answer, is newer than this version,
    ///   or a migration fails
    static void apply(Database database) {
        check(database);
        Flyway flyway =
                Flyway.configure()
                        .dataSource(database.url(), database.username(), database.password())
                        .locations("classpath:db/migration")
                        .javaMigrations(new QuartzTables())
                        .load();
        try {
            Optional<MigrationInfo> newer =
                    Arrays.stream(flyway.info().applied()).filter(Migrations::isNewer).findAny();
            if (newer.isPresent()) {
                throw new DatabaseUnavailable(
                        "The database was changed by a newer Firsthour (migration "
                                + newer.get().getVersion()
                                + ", which this one does not know). Nothing was changed. Use the newer Firsthour.");
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnavailable(
                    "The database's tables could not be brought to this version. What they hold was kept.\n"
                            + withoutAdvice(e.getMessage()),
                    e);
        }
    }

    /// A wrong address or password is no matter of the tables; and tables take on what the database
    /// can spell.
    private static void check(Database database) {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.username(), database.password());
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT DATABASE(), @@character_set_database")) {
            found.next();
            if (!found.getString(2).equals(CHARACTERS)) {
                throw new DatabaseUnavailable(
                        "The database “%1$s” keeps text as %2$s, which has no emoji and few of the world's letters. Nothing was changed. Say ALTER DATABASE `%1$s` CHARACTER SET %3$s; and start again."
                                .formatted(found.getString(1), found.getString(2), CHARACTERS));
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The database at "
                            + database.url().replaceFirst("[?].*", "")
                            + " does not let "
                            + database.username()
                            + " in ("
                            + e.getMessage()
                            + "). Nothing was changed.",
                    e);
        }
    }

    /// Flyway's last line names a page about itself.
    private static String withoutAdvice(@Nullable String message) {
        return String.valueOf(message)
                .lines()
                .filter(line -> !line.startsWith("Need more"))
                .collect(Collectors.joining("\n"));
    }

    private static boolean isNewer(MigrationInfo migration) {
        return migration.getState() == MigrationState.FUTURE_SUCCESS
                || migration.getState() == MigrationState.FUTURE_FAILED;
    }
}
