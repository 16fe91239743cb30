package firsthour.triage;

import firsthour.clocks.ClockKind;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of cases. What a person does is a conditional update that names the version the person
/// saw: it changes one row, or none.
@JdbcRepository(dialect = Dialect.MYSQL)
interface CaseRows extends GenericRepository<CaseRow, Long> {

    CaseRow save(CaseRow row);

    Optional<CaseRow> findById(long id);

    @Query("SELECT * FROM cases WHERE id = :id FOR UPDATE")
    Optional<CaseRow> lock(long id);

    @Query("SELECT * FROM cases WHERE id = :id AND state = 'OPEN' FOR UPDATE")
    Optional<CaseRow> lockOpen(long id);

    /// The open case of an author, or the one into which it was merged.
    @Query(
            """
            SELECT s.id FROM cases c JOIN cases s ON s.id = COALESCE(c.merged_into_id, c.id)
            WHERE c.brand_id = :brandId AND c.network = :network AND c.author_handle = :author
              AND c.state IN ('OPEN', 'MERGED') AND s.state = 'OPEN'
            ORDER BY s.id LIMIT 1
            """)
    Optional<Long> findOpenByAuthor(long brandId, String network, String author);

    @Query("UPDATE cases SET author_handle = NULL WHERE mention_id = :mentionId")
    void forgetAuthor(long mentionId);

    @Query(
            """
            UPDATE cases SET assignee_id = :memberId, claimed_at = :now, unattended_at = NULL,
              version = version + 1
            WHERE id = :id AND version = :version AND state = 'OPEN' AND assignee_id IS NULL
              AND (team_id IS NULL OR unattended_at IS NOT NULL OR :overrules OR EXISTS (
                SELECT 1 FROM team_member t
                WHERE t.team_id = cases.team_id AND t.member_id = :memberId))
            """)
    int claim(long id, long version, long memberId, boolean overrules, Instant now);

    @Query(
            """
            UPDATE cases SET assignee_id = NULL, claimed_at = NULL, left_at = :now,
              offered_to_id = NULL, offered_at = NULL, version = version + 1
            WHERE id = :id AND version = :version AND state = 'OPEN'
              AND (assignee_id = :memberId OR :overrules AND assignee_id IS NOT NULL)
            """)
    int release(long id, long version, long memberId, boolean overrules, Instant now);

    @Query(
            """
            UPDATE cases SET state = 'DISMISSED', dismissal_reason = :reason,
              closing_note = :note, closed_at = :now,
              due_at = NULL, due_kind = NULL, soon_at = NULL,
              offered_to_id = NULL, offered_at = NULL, version = version + 1
            WHERE id = :id AND version = :version AND state = 'OPEN'
              AND (assignee_id = :memberId OR :overrules AND assignee_id IS NOT NULL)
            """)
    int dismiss(
            long id,
            long version,
            long memberId,
            boolean overrules,
            DismissalReason reason,
            @Nullable String note,
            Instant now);

    @Query(
            """
            UPDATE cases SET state = 'RESOLVED', dismissal_reason = NULL, closing_note = NULL,
              closed_at = :now,
              due_at = NULL, due_kind = NULL, soon_at = NULL,
              offered_to_id = NULL, offered_at = NULL, version = version + 1
            WHERE id = :id AND version = :version AND state = 'OPEN'
              AND answered_at IS NOT NULL
              AND (assignee_id = :memberId OR :overrules AND assignee_id IS NOT NULL)
            """)
    int resolve(long id, long version, long memberId, boolean overrules, Instant now);

    @Query(
            """
            UPDATE cases SET state = 'OPEN', closed_at = NULL, dismissal_reason = NULL,
              closing_note = NULL, version = version + 1
            WHERE id = :id AND version = :version AND state IN ('RESOLVED', 'DISMISSED')
              AND closed_at >= :since
              AND (assignee_id = :memberId OR :overrules)
            """)
    int undoClosing(long id, long version, long memberId, boolean overrules, Instant since);

    @Query(
            """
            UPDATE cases SET state = 'OPEN', episode = episode + 1, episode_started_at = :now,
              acknowledged_at = NULL, answered_at = NULL, last_word_at = NULL, closed_at = NULL,
              climb_step = 0, waiting_since = NULL, silent_days = 0,
              dismissal_reason = NULL, closing_note = NULL, version = version + 1
            WHERE id = :id AND version = :version AND state IN ('RESOLVED', 'DISMISSED')
            """)
    int reopen(long id, long version, Instant now);

    /// The customer wrote again below a case that was resolved.
    @Query(
            """
            UPDATE cases SET state = 'OPEN', episode = episode + 1, episode_started_at = :since,
              acknowledged_at = NULL, answered_at = NULL, last_word_at = NULL, closed_at = NULL,
              climb_step = 0, waiting_since = NULL, silent_days = 0,
              dismissal_reason = NULL, closing_note = NULL, version = version + 1
            WHERE id = :id AND state = 'RESOLVED'
            """)
    int reopenFor(long id, Instant since);

    @Query(
            """
            SELECT * FROM cases
            WHERE id = :id AND state = 'RESOLVED' AND closed_at >= :since
            FOR UPDATE
            """)
    Optional<CaseRow> lockResolved(long id, Instant since);

    /// Whether somebody wrote what a case is about, or what a case was about that was merged into
    /// it.
    @Query(
            """
            SELECT EXISTS (
              SELECT 1 FROM cases
              WHERE (id = :id OR merged_into_id = :id) AND author_handle = :author)
            """)
    boolean isOf(long id, String author);

    @Query(
            """
            SELECT EXISTS (
              SELECT 1 FROM cases
              WHERE id = :id AND version = :version AND state = 'OPEN'
                AND (assignee_id = :memberId OR :overrules AND assignee_id IS NOT NULL))
            """)
    boolean maySay(long id, long version, long memberId, boolean overrules);

    /// A person's public word, given now or before. The first of each kind stays.
    @Query(
            """
            UPDATE cases SET
              acknowledged_at = LEAST(COALESCE(acknowledged_at, :at), :at),
              answered_at = IF(:answers, LEAST(COALESCE(answered_at, :at), :at), answered_at),
              last_word_at = GREATEST(COALESCE(last_word_at, :at), :at),
              version = version + 1
            WHERE id = :id AND version = :version AND state = 'OPEN'
              AND (assignee_id = :memberId OR :overrules AND assignee_id IS NOT NULL)
            """)
    int say(long id, long version, long memberId, boolean overrules, boolean answers, Instant at);

    /// A person asks whether all is well, on a case that was answered. What the customer may have
    /// written meanwhile still waits for its reply.
    @Query(
            """
            UPDATE cases SET
              followed_up_at = GREATEST(COALESCE(followed_up_at, :at), :at),
              version = version + 1
            WHERE id = :id AND version = :version AND state IN ('OPEN', 'RESOLVED')
              AND answered_at IS NOT NULL
              AND (assignee_id = :memberId OR :overrules AND assignee_id IS NOT NULL)
            """)
    int followUp(long id, long version, long memberId, boolean overrules, Instant at);

    @Query(
            """
            SELECT EXISTS (
              SELECT 1 FROM cases
              WHERE id = :id AND version = :version AND state IN ('OPEN', 'RESOLVED')
                AND answered_at IS NOT NULL
                AND (assignee_id = :memberId OR :overrules AND assignee_id IS NOT NULL))
            """)
    boolean mayFollowUp(long id, long version, long memberId, boolean overrules);

    /// That was posted, whatever has become of the case.
    @Query(
            """
            UPDATE cases SET
              followed_up_at = GREATEST(COALESCE(followed_up_at, :at), :at),
              version = version + 1
            WHERE id = :id
            """)
    int heardFollowUp(long id, Instant at);

    /// A public word that was found on the network, in the case's present episode.
    @Query(
            """
            UPDATE cases SET
              acknowledged_at = LEAST(COALESCE(acknowledged_at, :at), :at),
              answered_at = IF(:answers, LEAST(COALESCE(answered_at, :at), :at), answered_at),
              last_word_at = GREATEST(COALESCE(last_word_at, :at), :at),
              version = version + 1
            WHERE id = :id
            """)
    int hear(long id, boolean answers, Instant at);

    /// Whether a word was said before the customer wrote what opened a case, into which others were
    /// merged: then it was said on one of those.
    @Query(
            """
            SELECT EXISTS (
              SELECT 1 FROM cases b
              JOIN cases c ON c.id = b.merged_into_id JOIN mention m ON m.id = c.mention_id
              WHERE c.id = :id AND m.published_at > :at)
            """)
    boolean isSaidElsewhere(long id, Instant at);

    /// As if nothing had been said in this episode.
    @Query(
            """
            UPDATE cases SET acknowledged_at = NULL, answered_at = NULL, last_word_at = NULL
            WHERE id = :id AND state = 'OPEN'
            """)
    void forgetWords(long id);

    /// The customer is to be waited for, once we have spoken.
    @Query(
            """
            UPDATE cases SET waiting_since = :now, version = version + 1
            WHERE id = :id AND version = :version AND state = 'OPEN'
              AND acknowledged_at IS NOT NULL AND waiting_since IS NULL
              AND (assignee_id = :memberId OR :overrules AND assignee_id IS NOT NULL)
            """)
    int await(long id, long version, long memberId, boolean overrules, Instant now);

    @Query(
            """
            UPDATE cases SET waiting_since = NULL, silent_days = 0, version = version + 1
            WHERE id = :id AND version = :version AND state = 'OPEN' AND waiting_since IS NOT NULL
              AND (assignee_id = :memberId OR :overrules AND assignee_id IS NOT NULL)
            """)
    int stopWaiting(long id, long version, long memberId, boolean overrules);

    /// The customer who was waited for wrote.
    @Query(
            """
            UPDATE cases SET waiting_since = NULL, silent_days = 0
            WHERE id = :id AND waiting_since < :at
            """)
    int cameBack(long id, Instant at);

    /// Locks cases whose customer has been waited for since before an instant, and of whom people
    /// were told less.
    @Query(
            """
            SELECT * FROM cases
            WHERE state = 'OPEN' AND waiting_since <= :since AND silent_days < :days
            ORDER BY waiting_since LIMIT :most
            FOR UPDATE SKIP LOCKED
            """)
    List<CaseRow> lockSilent(Instant since, int days, int most);

    @Query("UPDATE cases SET silent_days = :days WHERE id = :id AND silent_days < :days")
    int setSilent(long id, int days);

    /// Nobody has to reply to the customer's last words.
    @Query(
            """
            UPDATE cases SET version = version + 1
            WHERE id = :id AND version = :version AND state = 'OPEN'
              AND EXISTS (SELECT 1 FROM clock k
                WHERE k.case_id = cases.id AND k.kind = 'NEXT_REPLY'
                  AND k.state IN ('RUNNING', 'BREACHED')
                  AND k.met_at IS NULL AND k.cancelled_at IS NULL)
              AND (assignee_id = :memberId OR :overrules AND assignee_id IS NOT NULL)
            """)
    int leaveUnanswered(long id, long version, long memberId, boolean overrules);

    @Query(
            """
            UPDATE cases SET due_at = :dueAt, due_kind = :dueKind, soon_at = :soonAt
            WHERE id = :id AND state = 'OPEN'
            """)
    int setDue(
            long id,
            @Nullable Instant dueAt,
            @Nullable ClockKind dueKind,
            @Nullable Instant soonAt);

    /// Shows managers a case that nobody has.
    @Query(
            """
            UPDATE cases SET unattended_at = :now
            WHERE id = :id AND state = 'OPEN' AND assignee_id IS NULL AND unattended_at IS NULL
            """)
    int leaveUnattended(long id, Instant now);

    @Query("UPDATE cases SET priority = :points, priority_reasons = :reasons WHERE id = :id")
    int setPriority(long id, int points, String reasons);

    /// The customer wrote again: what people saw of the case is out of date.
    @Query("UPDATE cases SET version = version + 1 WHERE id = :id")
    int touch(long id);

    /// Has signs looked for that the customer was won back: we have said something.
    @Query("INSERT INTO recovery_look (case_id) VALUES (:caseId)")
    void lookForSigns(long caseId);

    @Query("UPDATE mention SET wants_reply = FALSE WHERE id = :mentionId")
    void leaveWithoutReply(long mentionId);

    /// What a case's posts want no reply for any more, up to now.
    @Query("UPDATE mention SET wants_reply = FALSE WHERE case_id = :caseId AND wants_reply")
    void leaveAllWithoutReply(long caseId);

    /// Locks cases that have waited since before an instant and are not at the top yet.
    @Query(
            """
            SELECT * FROM cases
            WHERE state = 'OPEN' AND answered_at IS NULL AND priority < :floor
              AND episode_started_at <= :since
            ORDER BY id LIMIT :most
            FOR UPDATE SKIP LOCKED
            """)
    List<CaseRow> lockWaiting(Instant since, int floor, int most);

    /// Locks cases that nobody has had since before an instant and that are not on this step yet.
    @Query(
            """
            SELECT * FROM cases
            WHERE state = 'OPEN' AND assignee_id IS NULL AND answered_at IS NULL
              AND climb_step < :step AND priority < :floor
              AND GREATEST(COALESCE(left_at, episode_started_at), episode_started_at) <= :since
            ORDER BY id LIMIT :most
            FOR UPDATE SKIP LOCKED
            """)
    List<CaseRow> lockUnclaimed(Instant since, int step, int floor, int most);

    @Query(
            """
            UPDATE cases SET priority_reasons = IF(:points >= priority, :reasons, priority_reasons),
              priority = GREATEST(priority, :points), climb_step = :step
            WHERE id = :id
            """)
    int climb(long id, int step, int points, String reasons);

    /// Locks cases that nobody has had since before an instant, and that managers are not shown
    /// yet.
    @Query(
            """
            SELECT * FROM cases
            WHERE state = 'OPEN' AND assignee_id IS NULL AND unattended_at IS NULL
              AND GREATEST(COALESCE(left_at, episode_started_at), episode_started_at) <= :since
            ORDER BY id LIMIT :most
            FOR UPDATE SKIP LOCKED
            """)
    List<CaseRow> lockUnseen(Instant since, int most);

    @Query(
            """
            UPDATE cases SET priority = :points, priority_reasons = :reasons
            WHERE id = :id AND state = 'OPEN' AND answered_at IS NULL AND priority < :points
            """)
    int raise(long id, int points, String reasons);
}
