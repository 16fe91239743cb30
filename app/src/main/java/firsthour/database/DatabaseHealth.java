package firsthour.database;

import io.micronaut.core.async.publisher.AsyncSingleResultPublisher;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/// Whether the database answers, and which one it is; neither address nor credentials.
@Singleton
final class DatabaseHealth implements HealthIndicator {
    private static final int PATIENCE_SECONDS = 3;

    private final Pool pool;
    private final ExecutorService executor;

    DatabaseHealth(Pool pool, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.executor = executor;
        this.pool = pool;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return new AsyncSingleResultPublisher<>(executor, this::check);
    }

    private HealthResult check() {
        HealthResult.Builder result = HealthResult.builder("database");
        try (Connection connection = pool.source().getConnection()) {
            boolean answers = connection.isValid(PATIENCE_SECONDS);
            return result.status(answers ? HealthStatus.UP : HealthStatus.DOWN)
                    .details(
                            Map.of("version", connection.getMetaData().getDatabaseProductVersion()))
                    .build();
        } catch (SQLException e) {
            return result.status(HealthStatus.DOWN)
                    .details(Map.of("message", "The database does not answer at the moment."))
                    .build();
        }
    }
}
