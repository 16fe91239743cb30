package firsthour.triage;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/// What private contact, which `firsthour.response` keeps, means to a case.
@JdbcRepository(dialect = Dialect.MYSQL)
interface ContactRows extends GenericRepository<CaseRow, Long> {

    /// Somebody spoke with the customer: what others saw of the case is out of date.
    @Query(
            """
            UPDATE cases SET version = version + 1
            WHERE id = :id AND version = :version AND state = 'OPEN'
              AND (assignee_id = :memberId OR :overrules AND assignee_id IS NOT NULL)
            """)
    int contact(long id, long version, long memberId, boolean overrules);

    /// It is an answer, and no public word.
    @Query(
            """
            UPDATE cases SET answered_at = LEAST(COALESCE(answered_at, :at), :at),
              version = version + 1
            WHERE id = :id
            """)
    int answer(long id, Instant at);

    /// When the customer was first spoken with in an episode.
    @Query(
            """
            SELECT contacted_at FROM private_contact
            WHERE case_id = :caseNumber AND episode = :number
            ORDER BY contacted_at LIMIT 1
            """)
    Optional<Instant> findFirst(long caseNumber, int number);
}
