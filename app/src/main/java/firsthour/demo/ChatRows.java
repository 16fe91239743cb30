package firsthour.demo;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ChatRows extends GenericRepository<ChatRow, Long> {

    /// A message with a key that is known comes a second time and is not shown again.
    @Query(
            """
            INSERT IGNORE INTO demo_chat (idempotency_key, body, received_at)
            VALUES (:key, :body, :at)
            """)
    int add(String key, String body, Instant at);

    @Query("DELETE FROM demo_chat WHERE id <= (SELECT MAX(id) FROM demo_chat) - :most")
    void keepNewest(int most);

    @Query("SELECT * FROM demo_chat ORDER BY id DESC LIMIT :most")
    List<ChatRow> listNewest(int most);
}
