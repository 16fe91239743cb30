package firsthour.response;

import firsthour.clocks.LookTimes;
import firsthour.triage.ReplyKind;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SecondLookRows extends GenericRepository<SecondLookRow, Long> {

    /// Why an open look is over; null where it is not. A deadline may have come nearer since it was
    /// asked for: the customer wrote again, or was waited for no more.
    String OVER =
            """
            CASE
              WHEN EXISTS (SELECT 1 FROM reply r
                WHERE r.case_id = l.case_id AND r.episode = l.episode
                  AND r.recorded_at >= l.asked_at
                  AND (r.kind = 'ANSWER' OR l.kind = 'ACKNOWLEDGEMENT')) THEN 'ANSWERED'
              WHEN c.state <> 'OPEN' OR c.episode <> l.episode THEN 'CLOSED'
              WHEN c.assignee_id IS NULL OR c.assignee_id <> l.keeper_id THEN 'PASSED_ON'
              WHEN l.due_at <= :now THEN 'LAPSED'
              WHEN EXISTS (SELECT 1 FROM clock k
                WHERE k.case_id = l.case_id AND k.episode = l.episode AND k.state = 'RUNNING'
                  AND k.due_at > l.asked_at
                  AND k.due_at <= :now + INTERVAL '\
            """
                    + LookTimes.MINUTES_TO_SEND
                    + "' MINUTE) THEN 'LAPSED' END\n";

    String NAMED =
            """
            SELECT l.id, l.case_id, l.episode, l.kind, l.asked_by, a.name AS author, l.asked_of,
              o.name AS colleague, l.asked_words, l.words, l.reasons, l.asked_at, l.due_at,
              l.state, l.settled_at, s.name AS settler, l.note
            FROM second_look l
            JOIN cases c ON c.id = l.case_id
            JOIN member a ON a.id = l.asked_by
            LEFT JOIN member o ON o.id = l.asked_of
            LEFT JOIN member s ON s.id = l.settled_by
            """;

    SecondLookRow save(SecondLookRow row);

    Optional<SecondLookRow> findById(long id);

    @Query("SELECT case_id FROM second_look WHERE id = :id")
    Optional<Long> findCase(long id);

    /// The one look that a case waits for.
    @Query("SELECT * FROM second_look WHERE case_id = :caseId AND state = 'OPEN' ORDER BY id")
    List<SecondLookRow> findOpen(long caseId);

    /// The words of an episode that may be posted: a colleague approved them, or nobody looked in
    /// time.
    @Query(
            """
            SELECT words FROM second_look
            WHERE case_id = :caseId AND episode = :episode AND kind = :kind
              AND state IN ('APPROVED', 'LAPSED')
            """)
    List<String> findPassed(long caseId, int episode, ReplyKind kind);

    /// Ends one that is open: of two who do at once, one does.
    @Query(
            """
            UPDATE second_look SET state = :state, words = :words, settled_by = :by,
              settled_at = :now, note = :note
            WHERE id = :id AND state = 'OPEN'
            """)
    int settle(
            long id,
            SecondLookState state,
            String words,
            @Nullable Long by,
            @Nullable String note,
            Instant now);

    @Query(
            "SELECT "
                    + OVER
                    + """
                    AS why FROM second_look l JOIN cases c ON c.id = l.case_id
                    WHERE l.id = :id AND l.state = 'OPEN'
                    HAVING why IS NOT NULL
                    """)
    Optional<String> findEnd(long id, Instant now);

    /// Open ones that are over.
    @Query(
            """
            SELECT l.id FROM second_look l JOIN cases c ON c.id = l.case_id
            WHERE l.state = 'OPEN' AND
            """
                    + OVER
                    + """
                    IS NOT NULL
                    ORDER BY l.due_at, l.id LIMIT :most
                    """)
    List<Long> findOver(Instant now, int most);

    @Query(NAMED + "WHERE l.case_id = :caseId ORDER BY l.id")
    List<SecondLookRow.Named> findNamed(long caseId);

    /// Those that wait, the most urgent first.
    @Query(
            NAMED
                    + "WHERE l.state = 'OPEN' AND "
                    + OVER
                    + "IS NULL ORDER BY l.due_at, l.id LIMIT :most")
    List<SecondLookRow.Named> findWaiting(Instant now, int most);

    /// How many wait for somebody.
    @Query(
            "SELECT COUNT(*) FROM second_look l JOIN cases c ON c.id = l.case_id"
                    + " WHERE l.state = 'OPEN' AND l.asked_by <> :reader"
                    + " AND (l.asked_of IS NULL OR l.asked_of = :reader) AND "
                    + OVER
                    + "IS NULL")
    int countWaiting(Instant now, long reader);

    /// The role of somebody who is here.
    @Query("SELECT role FROM member WHERE id = :memberId AND active")
    Optional<String> findRole(long memberId);

    /// Lets go of what customers may be named in, once its case has been closed for long.
    @Query(
            """
            UPDATE second_look SET words = '', asked_words = '', reasons = '{}', note = NULL
            WHERE words <> '' AND state <> 'OPEN'
              AND EXISTS (SELECT 1 FROM cases c
                WHERE c.id = second_look.case_id AND c.state <> 'OPEN'
                AND COALESCE(c.closed_at, c.merged_at) < :before)
            """)
    int forget(Instant before);
}
