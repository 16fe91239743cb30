package firsthour.alerts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CaseFactsRows extends GenericRepository<AlertRule, Long> {

    @Query(
            """
            SELECT c.id AS case_id, c.kind, c.state, c.priority, c.priority_reasons, m.reason,
                   b.name AS brand, b.zone, b.sample, s.name AS source,
                   p.title, LEFT(p.text, 4000) AS text, p.url, p.author_handle, p.author_name,
                   p.followers, p.reposts, p.rating, p.published_at, p.deleted_at,
                   a.name AS assignee, c.acknowledged_at, c.answered_at,
                   (SELECT w.name FROM reply r LEFT JOIN member w ON w.id = r.member_id
                    WHERE r.case_id = c.id AND r.episode = c.episode
                    ORDER BY r.posted_at, r.id LIMIT 1) AS replied_by,
                   c.closed_at,
                   (SELECT w.name FROM event_log d JOIN member w ON w.id = d.member_id
                    WHERE d.case_id = c.id AND d.type IN ('CaseDismissed', 'CaseResolved')
                    ORDER BY d.id DESC LIMIT 1) AS closed_by,
                   c.dismissal_reason,
                   (SELECT t.due_at FROM clock t
                    WHERE t.case_id = c.id AND t.episode = c.episode
                      AND t.kind = 'ACKNOWLEDGEMENT' AND t.state IN ('RUNNING', 'BREACHED')
                      AND t.met_at IS NULL) AS ack_due_at,
                   k.kind AS clock_kind, k.state AS clock_state, k.due_at AS clock_due_at,
                   k.met_at AS clock_met_at, k.breached_at AS clock_breached_at,
                   l.state AS look_state, l.due_at AS look_due_at,
                   n.name AS team, q.state AS promise_state, q.due_at AS promise_due_at,
                   q.kept_at AS promise_kept_at
            FROM event_log e
                 JOIN cases c ON c.id = e.case_id
                 JOIN brand b ON b.id = c.brand_id
                 JOIN mention m ON m.id = c.mention_id
                 JOIN post p ON p.id = m.post_id
                 JOIN source s ON s.id = p.source_id
                 LEFT JOIN member a ON a.id = c.assignee_id
                 LEFT JOIN team n ON n.id = c.team_id
                 LEFT JOIN promise q ON q.id = JSON_VALUE(e.data, '$.promiseId')
                 LEFT JOIN second_look l ON l.id = JSON_VALUE(e.data, '$.lookId')
                 LEFT JOIN clock k ON k.id = JSON_VALUE(e.data, '$.clockId')
            WHERE e.id = :eventId
            """)
    Optional<CaseFacts> findByEvent(long eventId);
}
