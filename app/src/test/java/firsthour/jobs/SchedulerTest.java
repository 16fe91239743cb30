package firsthour.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.database.Database;
import firsthour.database.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;
import org.quartz.SimpleTrigger;

/// Nodes in one process, as two machines would be: each with its own scheduler, on one database.
class SchedulerTest {
    private static final int TICKS = 5;

    private final Database database = TestDatabase.emptySchema();

    @TempDir Path data;

    @BeforeEach
    void startCounting() {
        Tick.left = new CountDownLatch(TICKS);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void twoNodesFireEachScheduledInstantOnce() throws Exception {
        try (ApplicationContext first = node(1);
                ApplicationContext _ = node(1)) {
            assertThat(Tick.left.await(2, TimeUnit.MINUTES)).isTrue();
            assertThat(answer(first, "SELECT COUNT(*) - COUNT(DISTINCT scheduled_at) FROM tick"))
                    .isEqualTo("0");
        }
    }

    @Test
    void aNodeThatJoinsLeavesTheStoredScheduleAlone() throws Exception {
        try (ApplicationContext first = node(3600)) {
            SimpleTrigger before = stored(first);
            try (ApplicationContext second = node(3600)) {
                assertThat(stored(second).getStartTime()).isEqualTo(before.getStartTime());
            }
        }
    }

    @Test
    void aScheduleThatChangedIsStored() throws Exception {
        node(3600).close();
        try (ApplicationContext next = node(1800)) {
            assertThat(stored(next).getRepeatInterval()).isEqualTo(1_800_000);
        }
    }

    private static SimpleTrigger stored(ApplicationContext node) throws SchedulerException {
        Schedule schedule = new Schedule(Tick.class, Duration.ofSeconds(1));
        return (SimpleTrigger)
                node.getBean(RunningScheduler.class).quartz().getTrigger(schedule.triggerKey());
    }

    private ApplicationContext node(int seconds) {
        return ApplicationContext.run(
                Map.of(
                        "firsthour.data", data.toString(),
                        "firsthour.database.url", database.url(),
                        "firsthour.database.username", database.username(),
                        "firsthour.database.password", database.password(),
                        "firsthour.scheduler.enabled", "true",
                        "tick.seconds", seconds));
    }

    private static String answer(ApplicationContext node, String sql) throws SQLException {
        try (Connection connection = connect(node.getBean(DataSource.class));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(DataSource source) throws SQLException {
        return DelegatingDataSource.unwrapDataSource(source).getConnection();
    }

    @Factory
    static final class Ticking {
        @Singleton
        @Replaces(Schedules.class)
        @Requires(property = "tick.seconds")
        Schedules schedules(@Value("${tick.seconds}") int seconds) {
            return new Schedules(List.of(new Schedule(Tick.class, Duration.ofSeconds(seconds))));
        }
    }

    /// Writes down for which instant it was fired.
    @Singleton
    @Requires(property = "tick.seconds")
    @DisallowConcurrentExecution
    static final class Tick implements Job {
        private static volatile CountDownLatch left = new CountDownLatch(TICKS);

        private final DataSource source;

        Tick(DataSource source) {
            this.source = source;
        }

        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            try (Connection connection = connect(source);
                    Statement table = connection.createStatement();
                    PreparedStatement tick =
                            connection.prepareStatement("INSERT INTO tick VALUES (?)")) {
                table.execute("CREATE TABLE IF NOT EXISTS tick (scheduled_at DATETIME(6))");
                tick.setTimestamp(1, Timestamp.from(context.getScheduledFireTime().toInstant()));
                tick.executeUpdate();
            } catch (SQLException e) {
                throw new JobExecutionException(e);
            }
            left.countDown();
        }
    }
}
