package firsthour.api;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AnswerRows extends GenericRepository<AnswerRows.Row, Long> {

    /// Of two at once with the same key one waits for the other.
    @Query(
            """
            INSERT IGNORE INTO api_answer (token_id, request_key, fingerprint, asked_at)
            VALUES (:token, :name, :digest, :now)
            """)
    int reserve(long token, String name, String digest, Instant now);

    @Query(
            """
            SELECT fingerprint, answer FROM api_answer
            WHERE token_id = :token AND request_key = :name
            """)
    Optional<Known> find(long token, String name);

    @Query(
            """
            UPDATE api_answer SET answer = :json
            WHERE token_id = :token AND request_key = :name
            """)
    void keep(long token, String name, String json);

    @Query("DELETE FROM api_answer WHERE token_id = :token AND request_key = :name")
    void drop(long token, String name);

    @Query("DELETE FROM api_answer WHERE asked_at < :before LIMIT 100")
    void forget(Instant before);

    @MappedEntity("api_answer")
    record Row(@Id long tokenId, String requestKey) {}

    @Introspected
    record Known(String fingerprint, @Nullable String answer) {}
}
