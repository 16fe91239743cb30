package firsthour.triage;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// What waits for one member.
@JdbcRepository(dialect = Dialect.MYSQL)
interface DayRows extends GenericRepository<CaseRow, Long> {

    /// What is due first comes first; what owes nothing comes last.
    @Query(
            """
            SELECT id FROM cases
            WHERE state = 'OPEN' AND assignee_id = :memberId
            ORDER BY due_order, priority DESC, id LIMIT :most
            """)
    List<Long> findKept(long memberId, int most);

    /// Cases whose customer was waited for and wrote, and nobody has said a word or decided since.
    @Query(
            """
            SELECT c.id FROM cases c
            JOIN event_log e ON e.id = (
              SELECT MAX(l.id) FROM event_log l
              WHERE l.case_id = c.id AND l.type IN ('CustomerCameBack', 'ReplyNotNeeded',
                'PrivateContactRecorded', 'WaitingBegan'))
            WHERE c.state = 'OPEN' AND c.assignee_id = :memberId AND c.waiting_since IS NULL
              AND e.type = 'CustomerCameBack'
              AND e.at > COALESCE(c.last_word_at, c.episode_started_at)
            """)
    List<Long> findCameBack(long memberId);

    @Query(
            """
            SELECT c.id AS case_id, m.name AS giver, h.note, h.offered_at
            FROM cases c
            JOIN handover h ON h.case_id = c.id AND h.came_to IS NULL
            JOIN member m ON m.id = h.from_id
            WHERE c.state = 'OPEN' AND c.offered_to_id = :memberId
            ORDER BY h.id LIMIT :most
            """)
    List<Day.Offered> findOffers(long memberId, int most);

    @Query(
            """
            SELECT h.case_id, m.name AS asker, h.question, h.asked_at
            FROM help h
            JOIN cases c ON c.id = h.case_id AND c.state = 'OPEN'
            JOIN member m ON m.id = h.asker_id
            WHERE h.helper_id = :memberId AND h.answered_at IS NULL
            ORDER BY h.id LIMIT :most
            """)
    List<Day.Asked> findQuestions(long memberId, int most);
}
