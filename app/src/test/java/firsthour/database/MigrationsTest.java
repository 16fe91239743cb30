package firsthour.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private final Database database = TestDatabase.emptySchema();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void nodesThatStartAtOnceTakeTurns() throws Exception {
        Callable<Boolean> node =
                () -> {
                    Migrations.apply(database);
                    return true;
                };
        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> started : nodes.invokeAll(List.of(node, node, node))) {
                assertThat(started.get()).isTrue();
            }
        }
        assertThat(
                        answer(
                                "SELECT COUNT(*) - COUNT(DISTINCT version) FROM"
                                        + " flyway_schema_history WHERE version IS NOT NULL"))
                .isEqualTo("0");
        assertThat(answer("SELECT COUNT(*) FROM QRTZ_TRIGGERS")).isEqualTo("0");
    }

    @Test
    void tablesOfANewerVersionAreRefusedAndNotTouched() throws SQLException {
        Migrations.apply(database);
        execute(
                "INSERT INTO flyway_schema_history SELECT 999, '999', 'from the future', 'SQL',"
                        + " 'V999__from_the_future.sql', 1, installed_by, installed_on, 1, TRUE"
                        + " FROM flyway_schema_history WHERE version = '1'");

        assertThatThrownBy(() -> Migrations.apply(database))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("newer Firsthour")
                .hasMessageContaining("999");
        assertThat(answer("SELECT MAX(installed_rank) FROM flyway_schema_history"))
                .isEqualTo("999");
    }

    @Test
    void praiseThatWasASignOfSeveralCasesIsLookedAtAgain() throws SQLException {
        applyUpTo("33");
        execute(
                """
                SET STATEMENT foreign_key_checks = 0 FOR
                INSERT INTO recovery_sign (case_id, brand_id, kind, mention_id, at, seen_at) VALUES
                  (1, 1, 'PRAISE', 5, '2026-11-16', '2026-11-16'),
                  (2, 1, 'PRAISE', 5, '2026-11-16', '2026-11-16'),
                  (1, 1, 'THANKS', 6, '2026-11-16', '2026-11-16')
                """);
        assertThat(answer("SELECT COUNT(*) FROM recovery_look")).isEqualTo("0");

        Migrations.apply(database);

        assertThat(answer("SELECT GROUP_CONCAT(mention_id) FROM recovery_look")).isEqualTo("5");
    }

    @Test
    void namesThatBecomeOneAreNumberedAndThoseThatWereOneMayBeTwo() throws SQLException {
        applyUpTo("34");
        execute(
                """
                INSERT INTO calendar (id, name) VALUES (1, 'Strasse'), (2, 'Straße'), (3, 'Hours 🦉')
                """);
        execute(
                """
                INSERT INTO brand (id, name, zone, created_at) VALUES
                  (1, 'Kestrel', 'UTC', '2026-11-16'), (2, 'Heron', 'UTC', '2026-11-16')
                """);
        execute(
                """
                INSERT INTO snippet (id, brand_id, name, text, version) VALUES
                  (1, 1, 'Strasse', 'One', 0), (2, 1, 'Straße', 'Two', 0), (3, 2, 'Straße', 'Three', 0)
                """);

        Migrations.apply(database);

        execute("INSERT INTO calendar (id, name) VALUES (4, 'Hours 🦊')");
        assertThat(answer("SELECT GROUP_CONCAT(name ORDER BY id) FROM calendar"))
                .isEqualTo("Strasse,Straße (#2),Hours 🦉,Hours 🦊");
        assertThat(answer("SELECT GROUP_CONCAT(name ORDER BY id) FROM snippet"))
                .isEqualTo("Strasse,Straße (#2),Straße");
    }

    @Test
    void aDatabaseThatDoesNotExistIsExplainedWithoutTheSecretsInItsAddress() {
        String missing =
                database.url().replaceFirst("/[^/]*$", "/firsthour_missing?keyPassword=hush");

        assertThatThrownBy(() ->
                        Migrations.apply(
                                new OwnDatabase(missing, database.username(), database.password())))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("firsthour_missing")
                .hasMessageNotContaining("hush");
    }

    @Test
    void aDatabaseThatCannotKeepEveryLetterIsRefusedAndNotTouched() throws SQLException {
        String name = database.url().replaceFirst("^.*/", "");
        execute("ALTER DATABASE " + name + " CHARACTER SET latin1");

        assertThatThrownBy(() -> Migrations.apply(database))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("latin1")
                .hasMessageContaining("ALTER DATABASE `" + name + "` CHARACTER SET utf8mb4");
        assertThat(
                        answer(
                                "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()"))
                .isEqualTo("0");
    }

    private void applyUpTo(String version) {
        Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .locations("classpath:db/migration")
                .javaMigrations(new QuartzTables())
                .target(version)
                .load()
                .migrate();
    }

    private void execute(String sql) throws SQLException {
        try (Pool pool = Pool.of(database);
                Connection connection = pool.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String answer(String sql) throws SQLException {
        try (Pool pool = Pool.of(database);
                Connection connection = pool.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
