package firsthour.clocks;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ClockRows extends GenericRepository<ClockRow, Long> {

    ClockRow save(ClockRow row);

    ClockRow update(ClockRow row);

    List<ClockRow> findByCaseIdOrderById(long caseId);

    @Query(
            """
            SELECT * FROM clock
            WHERE case_id = :caseId AND episode = :episode AND kind = :kind
            FOR UPDATE
            """)
    Optional<ClockRow> lock(long caseId, int episode, ClockKind kind);

    @Query(
            """
            SELECT * FROM clock
            WHERE case_id = :caseId AND state IN ('RUNNING', 'BREACHED')
              AND met_at IS NULL AND cancelled_at IS NULL
            ORDER BY id
            FOR UPDATE
            """)
    List<ClockRow> lockOwed(long caseId);

    @Query(
            """
            SELECT * FROM clock
            WHERE case_id = :caseId AND episode = :episode AND cancelled_at IS NOT NULL
            ORDER BY id
            FOR UPDATE
            """)
    List<ClockRow> lockCancelled(long caseId, int episode);

    /// The word that is owed first.
    @Query(
            """
            SELECT * FROM clock
            WHERE case_id = :caseId AND episode = :episode
              AND state IN ('RUNNING', 'BREACHED')
              AND met_at IS NULL AND cancelled_at IS NULL
            ORDER BY due_at LIMIT 1
            """)
    Optional<ClockRow> findNextOwed(long caseId, int episode);

    @Query(
            """
            SELECT * FROM clock
            WHERE state = 'RUNNING' AND due_at < :now
            ORDER BY due_at LIMIT :most
            FOR UPDATE SKIP LOCKED
            """)
    List<ClockRow> lockOverdue(Instant now, int most);

    @Query(
            """
            UPDATE clock SET state = 'BREACHED', breached_at = due_at
            WHERE id = :id AND state = 'RUNNING'
            """)
    int breach(long id);

    @Query(
            """
            SELECT * FROM clock
            WHERE state = 'RUNNING' AND warned_at IS NULL AND warn_at <= :now AND due_at >= :now
            ORDER BY warn_at LIMIT :most
            FOR UPDATE SKIP LOCKED
            """)
    List<ClockRow> lockUnwarned(Instant now, int most);

    @Query(
            """
            UPDATE clock SET warned_at = :now
            WHERE id = :id AND state = 'RUNNING' AND warned_at IS NULL
            """)
    int warn(long id, Instant now);

    /// The episode that ran at an instant, by its clocks' start; the first one before all starts.
    @Query(
            """
            SELECT COALESCE(MAX(episode), 1) FROM clock
            WHERE case_id = :caseId AND started_at <= :at
            """)
    int episodeAt(long caseId, Instant at);
}
