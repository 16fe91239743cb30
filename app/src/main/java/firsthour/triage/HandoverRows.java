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

/// Offers to hand a case over, and questions to colleagues. The state that decides stands on the
/// case, in one place; the words that go along stand here.
@JdbcRepository(dialect = Dialect.MYSQL)
interface HandoverRows extends GenericRepository<CaseRow, Long> {

    @Query(
            """
            UPDATE cases SET offered_to_id = :receiver, offered_at = :now, version = version + 1
            WHERE id = :id AND version = :version AND state = 'OPEN' AND offered_to_id IS NULL
              AND (assignee_id = :memberId OR :overrules AND assignee_id IS NOT NULL)
              AND assignee_id <> :receiver
              AND EXISTS (SELECT 1 FROM member m
                LEFT JOIN availability a ON a.member_id = m.id
                WHERE m.id = :receiver AND m.active AND m.role <> 'VIEWER'
                  AND NOT (a.away_since IS NOT NULL AND a.away_since <= :now
                    AND (a.away_until IS NULL OR a.away_until > :now)))
            """)
    int offer(long id, long version, long memberId, boolean overrules, long receiver, Instant now);

    @Query(
            """
            UPDATE cases SET assignee_id = :memberId, claimed_at = :now, offered_to_id = NULL,
              offered_at = NULL, version = version + 1
            WHERE id = :id AND version = :version AND state = 'OPEN' AND offered_to_id = :memberId
            """)
    int accept(long id, long version, long memberId, Instant now);

    @Query(
            """
            UPDATE cases SET offered_to_id = NULL, offered_at = NULL, version = version + 1
            WHERE id = :id AND version = :version AND state = 'OPEN' AND offered_to_id = :memberId
            """)
    int decline(long id, long version, long memberId);

    @Query(
            """
            UPDATE cases SET offered_to_id = NULL, offered_at = NULL, version = version + 1
            WHERE id = :id AND version = :version AND state = 'OPEN'
              AND offered_to_id IS NOT NULL AND (assignee_id = :memberId OR :overrules)
            """)
    int takeBack(long id, long version, long memberId, boolean overrules);

    @Query(
            """
            INSERT INTO handover (case_id, from_id, to_id, note, offered_at)
            VALUES (:caseId, :giver, :receiver, :words, :now)
            """)
    void note(long caseId, long giver, long receiver, String words, Instant now);

    /// Writes down what became of the offer that stands.
    @Query(
            """
            UPDATE handover SET came_to = :cameTo, settled_at = :now
            WHERE case_id = :caseId AND came_to IS NULL
            """)
    int settle(long caseId, String cameTo, Instant now);

    @Query(
            """
            SELECT h.from_id, f.name AS from_name, h.to_id, t.name AS to_name, h.note,
              h.offered_at, h.came_to
            FROM handover h
            JOIN member f ON f.id = h.from_id
            JOIN member t ON t.id = h.to_id
            WHERE h.case_id = :caseId ORDER BY h.id
            """)
    List<Handover> find(long caseId);

    /// What a person saw of a case that they work on: nothing else happened, so a question may go
    /// out. What others see of it is out of date then.
    @Query(
            """
            UPDATE cases SET version = version + 1
            WHERE id = :id AND version = :version AND state = 'OPEN'
              AND (assignee_id = :memberId OR :overrules AND assignee_id IS NOT NULL)
              AND :helper <> :memberId
              AND EXISTS (SELECT 1 FROM member m
                WHERE m.id = :helper AND m.active AND m.role <> 'VIEWER')
              AND NOT EXISTS (SELECT 1 FROM help h
                WHERE h.case_id = :id AND h.helper_id = :helper AND h.answered_at IS NULL)
            """)
    int mayAsk(long id, long version, long memberId, boolean overrules, long helper);

    @Query(
            """
            INSERT INTO help (case_id, asker_id, helper_id, question, asked_at)
            VALUES (:caseId, :asker, :helper, :words, :now)
            """)
    void ask(long caseId, long asker, long helper, String words, Instant now);

    @Query(
            """
            UPDATE help SET answer = :words, answered_at = :now
            WHERE id = :helpId AND case_id = :caseId AND helper_id = :helper
              AND answered_at IS NULL
            """)
    int answer(long helpId, long caseId, long helper, String words, Instant now);

    @Query(
            """
            SELECT h.id, h.asker_id, a.name AS asker_name, h.helper_id, b.name AS helper_name,
              h.question, h.asked_at, h.answer, h.answered_at
            FROM help h
            JOIN member a ON a.id = h.asker_id
            JOIN member b ON b.id = h.helper_id
            WHERE h.case_id = :caseId ORDER BY h.id
            """)
    List<AskedRow> findHelp(long caseId);

    /// Somebody to whom a case might go: who may not, and why not.
    @Query(
            """
            SELECT m.name, m.active AND m.role <> 'VIEWER' AS works,
              a.away_since IS NOT NULL AND a.away_since <= :now
                AND (a.away_until IS NULL OR a.away_until > :now) AS away,
              c.name AS cover
            FROM member m
            LEFT JOIN availability a ON a.member_id = m.id
            LEFT JOIN member c ON c.id = a.cover_id
            WHERE m.id = :receiver
            """)
    Optional<Receiver> findReceiver(long receiver, Instant now);

    /// Whether somebody may be handed a case.
    ///
    /// @param works 1 for who may work cases, else 0
    /// @param away 1 for who is away, else 0
    @Introspected
    record Receiver(String name, int works, int away, @Nullable String cover) {

        boolean worksCases() {
            return works == 1;
        }

        boolean isAway() {
            return away == 1;
        }
    }

    /// A question as it is read.
    @Introspected
    record AskedRow(
            long id,
            long askerId,
            String askerName,
            long helperId,
            String helperName,
            String question,
            Instant askedAt,
            @Nullable String answer,
            @Nullable Instant answeredAt) {

        Help help() {
            return new Help(
                    id,
                    askerId,
                    askerName,
                    helperId,
                    helperName,
                    question,
                    askedAt,
                    Optional.ofNullable(answer),
                    Optional.ofNullable(answeredAt));
        }
    }
}
