package firsthour.triage;

import firsthour.clocks.ClockKind;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/// What the board shows of all open cases.
@JdbcRepository(dialect = Dialect.MYSQL)
interface BoardRows extends GenericRepository<CaseRow, Long> {

    /// What people have is counted in an index alone, which knows the due date as `due_order`.
    @Query(
            """
            SELECT m.id AS member_id, m.name, COALESCE(a.capacity, :usual) AS capacity,
              COALESCE(a.away_since <= :now AND (a.away_until IS NULL OR a.away_until > :now), 0)
                AS away,
              a.away_until, s.name AS cover,
              COUNT(c.id) AS open_cases, COALESCE(SUM(c.due_order < :now), 0) AS late_cases
            FROM member m
            LEFT JOIN availability a ON a.member_id = m.id
            LEFT JOIN member s ON s.id = a.cover_id
            LEFT JOIN cases c ON c.state = 'OPEN' AND c.assignee_id = m.id
            WHERE m.active AND m.role <> 'VIEWER'
            GROUP BY m.id
            ORDER BY m.name, m.id
            """)
    List<Board.PersonRow> listPeople(Instant now, int usual);

    /// The first cases of somebody, by due.
    @Query(
            """
            SELECT id FROM cases WHERE state = 'OPEN' AND assignee_id = :memberId
            ORDER BY due_order, priority DESC, id LIMIT :most
            """)
    List<Long> findFirst(long memberId, int most);

    /// The words that customers wait for and that are not late yet.
    @Query(
            """
            SELECT k.case_id, k.kind, k.due_at, k.warn_at AS soon_at
            FROM clock k JOIN cases c ON c.id = k.case_id AND c.episode = k.episode
            WHERE k.state = 'RUNNING' AND k.due_at >= :now
              AND k.kind IN ('ACKNOWLEDGEMENT', 'ANSWER', 'NEXT_REPLY') AND c.state = 'OPEN'
            ORDER BY k.due_at, k.id LIMIT :most
            """)
    List<Owed> findNext(Instant now, int most);

    /// What was sent to teams and nobody has.
    @Query(
            """
            SELECT team_id, COUNT(*) AS unclaimed FROM cases
            WHERE state = 'OPEN' AND team_id IS NOT NULL AND assignee_id IS NULL
            GROUP BY team_id
            """)
    List<Unclaimed> listUnclaimed();

    /// A clock that runs.
    @Introspected
    record Owed(long caseId, ClockKind kind, Instant dueAt, Instant soonAt) {}

    /// What waits for a team.
    @Introspected
    record Unclaimed(long teamId, int unclaimed) {}
}
