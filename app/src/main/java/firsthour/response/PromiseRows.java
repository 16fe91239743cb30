package firsthour.response;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PromiseRows extends GenericRepository<PromiseRow, Long> {

    /// Promises with the names of who made them.
    String NAMED =
            """
            SELECT p.id, p.case_id, p.words, m.name AS member_name, p.made_at, p.due_at, p.state,
              p.kept_at, p.reason
            FROM promise p JOIN member m ON m.id = p.made_by
            """;

    PromiseRow save(PromiseRow row);

    @Query("SELECT * FROM promise WHERE id = :id FOR UPDATE")
    Optional<PromiseRow> lock(long id);

    @Query(
            NAMED
                    + """
                    WHERE p.case_id = :caseId
                    ORDER BY p.id
                    """)
    List<PromiseRow.Named> findNamed(long caseId);

    /// What is still owed, the most urgent first.
    @Query(
            NAMED
                    + """
                    WHERE p.state IN ('OPEN', 'BROKEN') AND p.kept_at IS NULL
                    ORDER BY p.due_at, p.id LIMIT :most
                    """)
    List<PromiseRow.Named> findOwed(int most);

    /// What one member owes before an instant: on the cases that they have, and what they promised
    /// on cases that nobody has.
    @Query(
            NAMED
                    + """
                    JOIN cases c ON c.id = p.case_id
                    WHERE p.state IN ('OPEN', 'BROKEN') AND p.kept_at IS NULL AND p.due_at < :before
                      AND COALESCE(c.assignee_id, p.made_by) = :memberId
                    ORDER BY p.due_at, p.id LIMIT :most
                    """)
    List<PromiseRow.Named> findOwedBy(long memberId, Instant before, int most);

    /// Somebody did what was promised: in time, or late.
    @Query(
            """
            UPDATE promise SET kept_at = :now, settled_by = :by,
              state = IF(state = 'OPEN' AND due_at >= :now, 'KEPT', 'BROKEN')
            WHERE id = :id AND state IN ('OPEN', 'BROKEN') AND kept_at IS NULL
            """)
    int keep(long id, long by, Instant now);

    @Query(
            """
            UPDATE promise SET state = 'WITHDRAWN', settled_by = :by, reason = :why
            WHERE id = :id AND state = 'OPEN' AND due_at >= :now
            """)
    int withdraw(long id, long by, String why, Instant now);

    @Query(
            """
            SELECT * FROM promise WHERE state = 'OPEN' AND due_at < :now
            ORDER BY due_at LIMIT :most
            FOR UPDATE SKIP LOCKED
            """)
    List<PromiseRow> lockOverdue(Instant now, int most);

    @Query("UPDATE promise SET state = 'BROKEN' WHERE id = :id AND state = 'OPEN'")
    int breakIt(long id);

    @Query(
            """
            SELECT * FROM promise
            WHERE state = 'OPEN' AND reminded_at IS NULL AND remind_at <= :now AND due_at >= :now
            ORDER BY remind_at LIMIT :most
            FOR UPDATE SKIP LOCKED
            """)
    List<PromiseRow> lockUnreminded(Instant now, int most);

    @Query("UPDATE promise SET reminded_at = :now WHERE id = :id AND reminded_at IS NULL")
    int remind(long id, Instant now);
}
