package firsthour.response;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface OutgoingRows extends GenericRepository<OutgoingRow, Long> {

    OutgoingRow save(OutgoingRow row);

    Optional<OutgoingRow> findById(long id);

    /// What a person still has to know of: sent ones are replies, and stand among them.
    @Query(
            """
            SELECT * FROM outgoing_reply
            WHERE case_id = :caseId AND state IN ('PENDING', 'SENDING', 'FAILED') ORDER BY id
            """)
    List<OutgoingRow> findOpen(long caseId);

    /// The post of a case that a reply answers: the one that opened it, while it is there.
    @Query(
            """
            SELECT p.id AS post_id, p.source_id, p.external_id, p.url, p.author_handle
            FROM cases c JOIN mention m ON m.case_id = c.id JOIN post p ON p.id = m.post_id
            WHERE c.id = :caseId AND p.deleted_at IS NULL
            ORDER BY m.id = c.mention_id DESC, m.id LIMIT 1
            """)
    Optional<Answered> findAnswered(long caseId);

    @Query(
            """
            SELECT id AS post_id, source_id, external_id, url, author_handle
            FROM post WHERE id = :postId
            """)
    Optional<Answered> findAnsweredPost(long postId);

    /// What waits for an attempt, or was left by a crash in the middle of one. Of a case that was
    /// closed meanwhile nothing is posted.
    @Query(
            """
            SELECT o.id FROM outgoing_reply o JOIN cases c ON c.id = o.case_id
            WHERE o.state IN ('PENDING', 'SENDING') AND o.next_attempt_at <= :now
              AND (c.state = 'OPEN' OR c.state = 'RESOLVED' AND o.kind = 'FOLLOW_UP')
            ORDER BY o.next_attempt_at LIMIT :most
            """)
    List<Long> findDue(Instant now, int most);

    /// Locks what waited when its case was closed, and was not taken back at once: it is not to be
    /// posted by itself when the case is opened again.
    @Query(
            """
            SELECT o.* FROM outgoing_reply o JOIN cases c ON c.id = o.case_id
            WHERE o.state = 'PENDING' AND c.state <> 'OPEN' AND c.closed_at < :before
              AND NOT (c.state = 'RESOLVED' AND o.kind = 'FOLLOW_UP')
            ORDER BY o.id LIMIT :most
            FOR UPDATE SKIP LOCKED
            """)
    List<OutgoingRow> lockLeft(Instant before, int most);

    @Query(
            """
            UPDATE outgoing_reply SET state = 'FAILED', detail = :why
            WHERE id = :id AND state = 'PENDING'
            """)
    int leave(long id, String why);

    /// Takes one for an attempt; what a crash left may have arrived.
    @Query(
            """
            UPDATE outgoing_reply o JOIN cases c ON c.id = o.case_id
            SET o.unsure = o.unsure OR o.state = 'SENDING', o.state = 'SENDING',
              o.attempts = o.attempts + 1, o.next_attempt_at = :until
            WHERE o.id = :id AND o.state IN ('PENDING', 'SENDING') AND o.next_attempt_at <= :now
              AND (c.state = 'OPEN' OR c.state = 'RESOLVED' AND o.kind = 'FOLLOW_UP')
            """)
    int take(long id, Instant now, Instant until);

    @Query(
            """
            UPDATE outgoing_reply SET state = :state, unsure = :unsure, detail = :detail,
              next_attempt_at = :next
            WHERE id = :id AND state = 'SENDING' AND attempts = :attempts
            """)
    int settle(
            long id,
            int attempts,
            Outgoing.State state,
            boolean unsure,
            @Nullable String detail,
            Instant next);

    @Query(
            """
            UPDATE outgoing_reply SET state = 'SENT', unsure = FALSE, detail = NULL,
              external_id = :externalId, reply_id = :replyId, sent_at = :now
            WHERE id = :id
            """)
    void sent(long id, String externalId, long replyId, Instant now);

    /// Whether an attempt is the last one still: another one may have begun after its lease.
    @Query(
            """
            SELECT EXISTS (
              SELECT 1 FROM outgoing_reply
              WHERE id = :id AND state = 'SENDING' AND attempts = :attempts)
            """)
    boolean isUnderWay(long id, int attempts);

    /// Does what a person wants with one that is not under way.
    ///
    /// @return 1, or 0 when it is
    @Query(
            """
            UPDATE outgoing_reply SET state = :state, attempts = 0, next_attempt_at = :now
            WHERE id = :id AND case_id = :caseId AND state IN ('PENDING', 'FAILED')
            """)
    int decide(long id, long caseId, Outgoing.State state, Instant now);

    /// The reply that was posted from here under this id, also before its case was merged into this
    /// one.
    @Query(
            """
            SELECT r.* FROM reply r JOIN outgoing_reply o ON o.reply_id = r.id
              JOIN cases c ON c.id = r.case_id
            WHERE :caseId IN (c.id, c.merged_into_id) AND o.external_id = :externalId
            """)
    Optional<ReplyRow> findSent(long caseId, String externalId);

    @Introspected
    record Answered(
            long postId,
            long sourceId,
            String externalId,
            @Nullable String url,
            @Nullable String authorHandle) {}
}
