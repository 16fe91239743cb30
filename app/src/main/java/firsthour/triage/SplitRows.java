package firsthour.triage;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/// Posts that are taken out of a case.
@JdbcRepository(dialect = Dialect.MYSQL)
interface SplitRows extends GenericRepository<CaseRow, Long> {

    /// Those that are of a case, as they were written.
    @Query(
            """
            SELECT id, published_at, detected_at FROM mention
            WHERE case_id = :caseId AND id IN (:ids) ORDER BY published_at, id
            """)
    List<Taken> find(long caseId, List<Long> ids);

    /// Whether one of them opened a case: this one, or one that was merged into it.
    @Query("SELECT EXISTS (SELECT 1 FROM cases WHERE mention_id IN (:ids))")
    boolean anyOpened(List<Long> ids);

    /// Whether a reply to one of them is on its way, or waits for somebody.
    @Query(
            """
            SELECT EXISTS (
              SELECT 1 FROM outgoing_reply o JOIN mention m ON m.post_id = o.post_id
              WHERE o.case_id = :caseId AND m.id IN (:ids)
                AND o.state IN ('PENDING', 'SENDING', 'FAILED'))
            """)
    boolean anyAnswering(long caseId, List<Long> ids);

    @Query("UPDATE mention SET case_id = :goal, reason = :why WHERE id IN (:ids)")
    void move(List<Long> ids, long goal, String why);

    @Introspected
    record Taken(long id, Instant publishedAt, Instant detectedAt) {}
}
