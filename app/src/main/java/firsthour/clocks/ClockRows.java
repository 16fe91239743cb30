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
            ORDER BY round
            FOR UPDATE
            """)
    List<ClockRow> lock(long caseId, int episode, ClockKind kind);

    @Query(
            """
            SELECT * FROM clock
            WHERE case_id = :caseId AND state = 'PAUSED'
            ORDER BY id
            FOR UPDATE
            """)
    List<ClockRow> lockPaused(long caseId);

    /// The cases on which something is owed that a policy of a brand had promised.
    @Query(
            """
            SELECT DISTINCT c.case_id FROM clock c JOIN policy p ON p.id = c.policy_id
            WHERE p.brand_id = :brand AND p.number = :number
              AND c.state IN ('RUNNING', 'PAUSED', 'BREACHED')
              AND c.met_at IS NULL AND c.cancelled_at IS NULL
            """)
    List<Long> findPromisedBy(long brand, int number);

    /// The cases on which something is owed that the standard had promised.
    @Query(
            """
            SELECT DISTINCT case_id FROM clock
            WHERE brand_id = :brand AND policy_id IS NULL
              AND state IN ('RUNNING', 'PAUSED', 'BREACHED')
              AND met_at IS NULL AND cancelled_at IS NULL
            """)
    List<Long> findPromisedByStandard(long brand);

    /// The number of the policy that promised a clock; empty for the standard.
    @Query("SELECT number FROM policy WHERE id = :policyId")
    Optional<Integer> findNumber(long policyId);

    @Query(
            """
            SELECT * FROM clock
            WHERE case_id = :caseId AND state IN ('RUNNING', 'PAUSED', 'BREACHED')
              AND met_at IS NULL AND cancelled_at IS NULL
            ORDER BY id
            FOR UPDATE
            """)
    List<ClockRow> lockOwed(long caseId);

    @Query(
            """
            SELECT * FROM clock
            WHERE case_id = :caseId AND episode = :episode AND cancelled_at >= :since
            ORDER BY id
            FOR UPDATE
            """)
    List<ClockRow> lockCancelled(long caseId, int episode, Instant since);

    @Query(
            """
            SELECT * FROM clock
            WHERE case_id = :caseId AND episode = :episode
            ORDER BY id
            FOR UPDATE
            """)
    List<ClockRow> lockEpisode(long caseId, int episode);

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

    /// When the next of the deadlines of a case is that have not passed.
    @Query(
            """
            SELECT due_at FROM clock
            WHERE case_id = :caseId AND episode = :episode AND state = 'RUNNING' AND due_at > :now
            ORDER BY due_at LIMIT 1
            """)
    Optional<Instant> findNextDue(long caseId, int episode, Instant now);

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
            WHERE state = 'RUNNING' AND next_warning_at <= :now AND due_at >= :now
            ORDER BY next_warning_at LIMIT :most
            FOR UPDATE SKIP LOCKED
            """)
    List<ClockRow> lockUnwarned(Instant now, int most);

    /// Notes a warning; after the first the second one is next.
    @Query(
            """
            UPDATE clock SET warned_at = :now, warned_percent = :percent,
              next_warning_at = IF(:percent < 80, warn_at, NULL)
            WHERE id = :id AND state = 'RUNNING' AND warned_percent < :percent
            """)
    int warn(long id, int percent, Instant now);

    @Query(
            """
            SELECT COALESCE(MAX(round), 0) FROM clock
            WHERE case_id = :caseId AND episode = :episode AND kind = :kind
            """)
    int lastRound(long caseId, int episode, ClockKind kind);

    /// The episode that ran at an instant, by its clocks' start; the first one before all starts.
    @Query(
            """
            SELECT COALESCE(MAX(episode), 1) FROM clock
            WHERE case_id = :caseId AND started_at <= :at
            """)
    int episodeAt(long caseId, Instant at);
}
