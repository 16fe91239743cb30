package firsthour.security;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AttemptRows extends GenericRepository<AttemptRow, Long> {

    AttemptRow save(AttemptRow row);

    @Query(
            """
            SELECT COUNT(*) AS failures, CAST(COALESCE(MIN(at), :since) AS DATETIME(6)) AS oldest
            FROM sign_in_failure
            WHERE email = :email AND at > :since
            """)
    Failures countByEmail(String email, Instant since);

    @Query(
            """
            SELECT COUNT(*) AS failures, CAST(COALESCE(MIN(at), :since) AS DATETIME(6)) AS oldest
            FROM sign_in_failure
            WHERE address = :address AND at > :since
            """)
    Failures countByAddress(String address, Instant since);

    @Query("DELETE FROM sign_in_failure WHERE id = :id")
    void delete(long id);

    @Query("DELETE FROM sign_in_failure WHERE email = :email")
    void forgive(String email);

    @Query("DELETE FROM sign_in_failure WHERE at <= :until LIMIT 100")
    void forget(Instant until);

    /// How often, and since when; a success at the same moment may have forgiven all of them.
    @Introspected
    record Failures(long failures, Instant oldest) {}
}
