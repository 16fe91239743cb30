package firsthour.triage;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// What a page of the queue shows of its cases, whose ids are known by then.
@JdbcRepository(dialect = Dialect.MYSQL)
interface QueueRows extends GenericRepository<CaseRow, Long> {

    /// Reads cases.
    ///
    /// @param namesOnly the networks where an author's name is nobody in particular
    @Query(
            """
            SELECT c.id, c.kind, c.state, c.version, c.brand_id, b.name AS brand_name, c.network,
              p.title, LEFT(p.text, 280) AS excerpt, p.deleted_at,
              p.author_handle, p.author_name, p.followers, p.reposts, p.rating,
              IF(c.network IN (:namesOnly), 0,
                (SELECT COUNT(*) FROM post q
                 JOIN mention n ON n.post_id = q.id AND n.brand_id = c.brand_id
                 WHERE q.network = c.network AND q.author_handle = c.author_handle))
                AS author_posts,
              p.published_at, p.detected_at, c.priority, c.priority_reasons,
              c.due_kind, c.due_at, c.soon_at,
              c.assignee_id, a.name AS assignee_name, g.name AS team_name, c.routing_reason,
              c.offered_to_id, o.name AS offered_to_name, c.unattended_at,
              c.acknowledged_at, c.answered_at, c.waiting_since, c.silent_days,
              c.closed_at, c.dismissal_reason
            FROM cases c
            JOIN brand b ON b.id = c.brand_id
            JOIN mention m ON m.id = c.mention_id
            JOIN post p ON p.id = m.post_id
            LEFT JOIN member a ON a.id = c.assignee_id
            LEFT JOIN member o ON o.id = c.offered_to_id
            LEFT JOIN team g ON g.id = c.team_id
            WHERE c.id IN (:ids)
            """)
    List<QueueRow.Read> find(List<Long> ids, List<String> namesOnly);
}
