package firsthour.triage;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/// Cases of people who are gone.
@JdbcRepository(dialect = Dialect.MYSQL)
interface CoverRows extends GenericRepository<CaseRow, Long> {

    /// Open cases of who is deactivated, works no cases any more, or went away after getting them:
    /// what somebody takes while away, they meant to take.
    @Query(
            """
            SELECT c.id FROM cases c
            JOIN member m ON m.id = c.assignee_id
            LEFT JOIN availability a ON a.member_id = m.id
            WHERE c.state = 'OPEN'
              AND (NOT m.active OR m.role = 'VIEWER'
                OR a.away_since <= :now AND (a.away_until IS NULL OR a.away_until > :now)
                  AND c.claimed_at <= a.away_since)
            ORDER BY c.id LIMIT :most
            """)
    List<Long> findLeft(Instant now, int most);

    /// Cases whose offer waits for somebody who is deactivated, works no cases any more, or went
    /// away since.
    @Query(
            """
            SELECT c.id FROM cases c
            JOIN member m ON m.id = c.offered_to_id
            LEFT JOIN availability a ON a.member_id = m.id
            WHERE c.state = 'OPEN'
              AND (NOT m.active OR m.role = 'VIEWER'
                OR a.away_since <= :now AND (a.away_until IS NULL OR a.away_until > :now))
            ORDER BY c.id LIMIT :most
            """)
    List<Long> findOfferedInVain(Instant now, int most);

    @Query(
            """
            UPDATE cases SET assignee_id = :stand, claimed_at = :now, unattended_at = NULL,
              offered_to_id = NULL, offered_at = NULL, version = version + 1
            WHERE id = :id AND state = 'OPEN' AND assignee_id = :gone
            """)
    int cover(long id, long gone, long stand, Instant now);

    @Query(
            """
            UPDATE cases SET assignee_id = NULL, claimed_at = NULL, left_at = :now,
              unattended_at = :now, offered_to_id = NULL, offered_at = NULL, version = version + 1
            WHERE id = :id AND state = 'OPEN' AND assignee_id = :gone
            """)
    int leave(long id, long gone, Instant now);

    @Query(
            """
            UPDATE cases SET offered_to_id = NULL, offered_at = NULL, version = version + 1
            WHERE id = :id AND state = 'OPEN' AND offered_to_id = :gone
            """)
    int lapse(long id, long gone);
}
