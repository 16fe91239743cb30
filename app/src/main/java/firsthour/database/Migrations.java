package firsthour.database;

import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/// Brings the tables to what this version needs. Flyway holds a lock in the database, so nodes that
/// start at once take turns. It has a connection of its own: changing a large table may take longer
/// than the pool's time-outs allow.
final class Migrations {
    private Migrations() {}

    /// @throws DatabaseUnavailable when the database does not answer, is newer than this version,
    ///   or a migration fails
    static void apply(Database database) {
        Flyway flyway =
                Flyway.configure()
                        .dataSource(database.url(), database.username(), database.password())
                        .locations("classpath:db/migration")
                        .javaMigrations(new QuartzTables())
                        .connectRetries(10)
                        .connectRetriesInterval(2)
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
                            + e.getMessage(),
                    e);
        }
    }

    private static boolean isNewer(MigrationInfo migration) {
        return migration.getState() == MigrationState.FUTURE_SUCCESS
                || migration.getState() == MigrationState.FUTURE_FAILED;
    }
}
