package firsthour.triage;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Deeds on many cases, and what they take to be put back. What puts a case back names the version
/// that the deed left: whatever happened since, people see to it one by one.
@JdbcRepository(dialect = Dialect.MYSQL)
interface BulkRows extends GenericRepository<BulkRow, Long> {

    BulkRow save(BulkRow row);

    @Query("SELECT * FROM bulk WHERE id = :id AND member_id = :by")
    Optional<BulkRow> find(long id, long by);

    /// The last one of a member's that changed something and can still be taken back.
    @Query(
            """
            SELECT b.* FROM bulk b
            WHERE b.member_id = :by AND b.undone_at IS NULL AND b.done_at >= :since
              AND EXISTS (
                SELECT 1 FROM bulk_case c WHERE c.bulk_id = b.id AND c.version IS NOT NULL)
            ORDER BY b.id DESC LIMIT 1
            """)
    Optional<BulkRow> findUndoable(long by, Instant since);

    @Query("DELETE FROM bulk WHERE done_at < :since")
    int forget(Instant since);

    @Query(
            """
            UPDATE bulk SET undone_at = :now
            WHERE id = :id AND member_id = :by AND undone_at IS NULL AND done_at >= :since
            """)
    int undo(long id, long by, Instant since, Instant now);

    /// A case as it is before the deed; locked.
    @Query(
            """
            SELECT id, state, version, episode, assignee_id, claimed_at, left_at, unattended_at,
              offered_to_id, offered_at, last_word_at
            FROM cases WHERE id = :caseId FOR UPDATE
            """)
    Optional<Before> lock(long caseId);

    /// What wants a reply on a case, with commas between.
    @Query("SELECT GROUP_CONCAT(id) FROM mention WHERE case_id = :caseId AND wants_reply")
    Optional<String> findWanted(long caseId);

    @Query(
            """
            INSERT INTO bulk_case (bulk_id, case_id, version, assignee_id, claimed_at, left_at,
              unattended_at, offered_to_id, offered_at, wanted_reply)
            VALUES (:bulk, :caseId, :after, :assignee, :claimedAt, :leftAt, :unattendedAt,
              :offeredTo, :offeredAt, :wanted)
            """)
    void noteDone(
            long bulk,
            long caseId,
            long after,
            @Nullable Long assignee,
            @Nullable Instant claimedAt,
            @Nullable Instant leftAt,
            @Nullable Instant unattendedAt,
            @Nullable Long offeredTo,
            @Nullable Instant offeredAt,
            @Nullable String wanted);

    /// A case that is gone leaves no note.
    @Query(
            """
            INSERT INTO bulk_case (bulk_id, case_id, brief, words)
            SELECT :bulk, id, :brief, :full FROM cases WHERE id = :caseId
            """)
    void noteRefused(long bulk, long caseId, String brief, String full);

    @Query(
            """
            UPDATE bulk_case SET undone = TRUE WHERE bulk_id = :bulk AND case_id = :caseId
            """)
    void notePutBack(long bulk, long caseId);

    @Query(
            """
            UPDATE bulk_case SET brief = :brief, words = :full
            WHERE bulk_id = :bulk AND case_id = :caseId
            """)
    void noteKept(long bulk, long caseId, String brief, String full);

    @Query(
            """
            SELECT case_id, version, brief, words, undone FROM bulk_case
            WHERE bulk_id = :bulk ORDER BY case_id
            """)
    List<BulkResult.Row> findCases(long bulk);

    /// What a deed changed and what it was before.
    @Query(
            """
            SELECT case_id, version, assignee_id, claimed_at, left_at, unattended_at,
              offered_to_id, offered_at, wanted_reply
            FROM bulk_case WHERE bulk_id = :bulk AND case_id = :caseId AND version IS NOT NULL
            """)
    Optional<Changed> findChanged(long bulk, long caseId);

    @Query(
            """
            UPDATE cases SET assignee_id = NULL, claimed_at = NULL, left_at = :leftAt,
              unattended_at = :unattendedAt, version = version + 1
            WHERE id = :caseId AND version = :seen AND state = 'OPEN' AND assignee_id = :by
            """)
    int unclaim(
            long caseId,
            long seen,
            long by,
            @Nullable Instant leftAt,
            @Nullable Instant unattendedAt);

    @Query("DELETE FROM holding WHERE case_id = :caseId AND member_id = :by AND until IS NULL")
    int forgetHolding(long caseId, long by);

    @Query(
            """
            UPDATE cases SET assignee_id = :assignee, claimed_at = :claimedAt, left_at = :leftAt,
              unattended_at = :unattendedAt, version = version + 1
            WHERE id = :caseId AND version = :seen AND state = 'OPEN' AND assignee_id IS NULL
            """)
    int unrelease(
            long caseId,
            long seen,
            @Nullable Long assignee,
            @Nullable Instant claimedAt,
            @Nullable Instant leftAt,
            @Nullable Instant unattendedAt);

    @Query(
            """
            UPDATE holding SET until = NULL
            WHERE case_id = :caseId AND member_id = :assignee ORDER BY id DESC LIMIT 1
            """)
    int goOnHolding(long caseId, @Nullable Long assignee);

    /// The offer that ended with a deed stands again.
    @Query(
            """
            UPDATE cases SET offered_to_id = :offeredTo, offered_at = :offeredAt
            WHERE id = :caseId AND state = 'OPEN' AND assignee_id IS NOT NULL
            """)
    int offerAgain(long caseId, long offeredTo, @Nullable Instant offeredAt);

    @Query(
            """
            UPDATE handover SET came_to = NULL, settled_at = NULL
            WHERE case_id = :caseId AND came_to = 'LAPSED' ORDER BY id DESC LIMIT 1
            """)
    int unsettle(long caseId);

    @Query(
            """
            UPDATE cases SET version = version + 1
            WHERE id = :caseId AND version = :seen AND state = 'OPEN'
            """)
    int touchSeen(long caseId, long seen);

    @Query(
            """
            UPDATE mention SET wants_reply = TRUE
            WHERE case_id = :caseId AND FIND_IN_SET(id, :wanted) > 0
            """)
    int wantAgain(long caseId, String wanted);

    /// A case before a deed.
    @Introspected
    record Before(
            long id,
            CaseState state,
            long version,
            int episode,
            @Nullable Long assigneeId,
            @Nullable Instant claimedAt,
            @Nullable Instant leftAt,
            @Nullable Instant unattendedAt,
            @Nullable Long offeredToId,
            @Nullable Instant offeredAt,
            @Nullable Instant lastWordAt) {}

    /// A case that a deed changed, as it was before.
    @Introspected
    record Changed(
            long caseId,
            long version,
            @Nullable Long assigneeId,
            @Nullable Instant claimedAt,
            @Nullable Instant leftAt,
            @Nullable Instant unattendedAt,
            @Nullable Long offeredToId,
            @Nullable Instant offeredAt,
            @Nullable String wantedReply) {}
}
