package firsthour.recovery;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// Customers who stayed silent and whom nobody has asked since whether all is well.
@JdbcRepository(dialect = Dialect.MYSQL)
interface SilentRows extends GenericRepository<SignRows.Look, Long> {

    /// The longest silent first. Whoever was asked in the first seven days, and says nothing still,
    /// is listed once more. Only who is waited for is silent: that finds its index.
    @Query(
            """
            SELECT c.id AS case_id, b.name AS brand_name, c.network,
              COALESCE(p.author_name, p.author_handle) AS author, p.text, c.waiting_since,
              c.silent_days, a.name AS assignee
            FROM cases c
            JOIN brand b ON b.id = c.brand_id
            JOIN mention m ON m.id = c.mention_id
            JOIN post p ON p.id = m.post_id
            LEFT JOIN member a ON a.id = c.assignee_id
            WHERE c.state = 'OPEN' AND c.waiting_since IS NOT NULL AND c.silent_days > 0
              AND (c.followed_up_at IS NULL OR c.followed_up_at < c.waiting_since
                OR c.silent_days >= 7 AND c.followed_up_at < c.waiting_since + INTERVAL 7 DAY)
            ORDER BY c.waiting_since, c.id LIMIT :most
            """)
    List<SilentCustomer> list(int most);
}
