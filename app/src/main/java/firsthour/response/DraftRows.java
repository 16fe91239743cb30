package firsthour.response;

import firsthour.triage.ReplyKind;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DraftRows extends GenericRepository<Draft, Long> {

    @Query("SELECT * FROM draft WHERE case_id = :caseId AND member_id = :memberId")
    List<Draft> findByWriter(long caseId, long memberId);

    @Query(
            """
            SELECT * FROM draft
            WHERE case_id = :caseId AND member_id = :memberId AND kind = :kind
            """)
    Optional<Draft> findOne(long caseId, long memberId, ReplyKind kind);

    /// The case that a case is by now: itself, or the one into which it was merged. It stays so
    /// while the transaction lasts. Empty where there is no such case.
    @Query(
            """
            SELECT COALESCE(merged_into_id, id) FROM cases WHERE id = :caseId LOCK IN SHARE MODE
            """)
    Optional<Long> lockSurvivor(long caseId);

    /// Begins one.
    ///
    /// @return 1, or 0 when there is one already, or no such case
    @Query(
            """
            INSERT IGNORE INTO draft (case_id, member_id, kind, text, saved_at, version)
            VALUES (:caseId, :memberId, :kind, :text, :now, 1)
            """)
    int begin(long caseId, long memberId, ReplyKind kind, String text, Instant now);

    @Query(
            """
            UPDATE draft SET text = :text, saved_at = :now, version = version + 1
            WHERE case_id = :caseId AND member_id = :memberId AND kind = :kind
              AND version = :version
            """)
    int change(long caseId, long memberId, ReplyKind kind, String text, Instant now, long version);

    @Query("DELETE FROM draft WHERE id = :id AND version = :version")
    int remove(long id, long version);

    /// Lets go of what nobody goes on with: the case is closed, and both lie long back.
    @Query(
            """
            DELETE FROM draft WHERE saved_at < :before
              AND EXISTS (SELECT 1 FROM cases c
                WHERE c.id = draft.case_id AND c.state <> 'OPEN'
                  AND COALESCE(c.closed_at, c.merged_at) < :before)
            """)
    int forget(Instant before);

    /// Whether these very words were said by this member, or are on their way.
    @Query(
            """
            SELECT EXISTS (
                SELECT 1 FROM reply
                WHERE case_id = :caseId AND member_id = :memberId AND text = :text)
              OR EXISTS (
                SELECT 1 FROM outgoing_reply
                WHERE case_id = :caseId AND member_id = :memberId AND text = :text
                  AND state <> 'DROPPED')
            """)
    boolean isSaid(long caseId, long memberId, String text);
}
