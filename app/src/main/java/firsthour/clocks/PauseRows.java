package firsthour.clocks;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PauseRows extends GenericRepository<PauseRow, Long> {

    PauseRow save(PauseRow row);

    @Query(
            """
            SELECT * FROM clock_pause
            WHERE clock_id IN (:clockIds) AND until_at IS NOT NULL
            ORDER BY id
            """)
    List<PauseRow> findEnded(List<Long> clockIds);

    @Query(
            """
            UPDATE clock_pause SET until_at = NULL
            WHERE clock_id = :clockId AND until_at = :at AND from_at < :at
            """)
    int reopen(long clockId, Instant at);

    /// Ends the pause that lasts, if one does.
    @Query(
            """
            UPDATE clock_pause SET until_at = GREATEST(from_at, :at)
            WHERE clock_id = :clockId AND until_at IS NULL
            """)
    int end(long clockId, Instant at);
}
