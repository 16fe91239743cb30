package firsthour.intake;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TakenRequests extends GenericRepository<TakenRequests.Row, Long> {

    /// Has requests to a source wait for each other; empty when the source is gone.
    @Query("SELECT id FROM source WHERE id = :sourceId FOR UPDATE")
    Optional<Long> lockSource(long sourceId);

    /// Keeps a request; 0 when it is known.
    @Query(
            """
            INSERT IGNORE INTO taken_request (source_id, request, expires_at)
            VALUES (:sourceId, :request, :expiresAt)
            """)
    int add(long sourceId, String request, Instant expiresAt);

    @Query("DELETE FROM taken_request WHERE expires_at <= :now LIMIT :most")
    int forget(Instant now, int most);

    @MappedEntity("taken_request")
    record Row(@Id long sourceId, String request, Instant expiresAt) {}
}
