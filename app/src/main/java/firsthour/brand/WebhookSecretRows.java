package firsthour.brand;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface WebhookSecretRows extends GenericRepository<WebhookSecretRow, Long> {
    Optional<WebhookSecretRow> findById(long sourceId);

    @Query(
            """
            INSERT INTO webhook_secret (source_id, sealed, made_at)
            VALUES (:sourceId, :sealed, :madeAt)
            ON DUPLICATE KEY UPDATE sealed = VALUES(sealed), made_at = VALUES(made_at)
            """)
    void keep(long sourceId, String sealed, Instant madeAt);
}
