package firsthour.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface EventRows extends GenericRepository<EventRow, Long> {

    EventRow save(EventRow row);

    @Query("INSERT INTO event_pending (consumer, event_id) VALUES (:consumer, :eventId)")
    void await(String consumer, long eventId);

    /// Locks what other nodes have not locked, oldest first. Without a join, which would lock the
    /// log's rows as well.
    @Query(
            """
            SELECT event_id FROM event_pending WHERE consumer = :consumer
            ORDER BY event_id LIMIT :most FOR UPDATE SKIP LOCKED
            """)
    List<Long> lockPending(String consumer, int most);

    @Query("DELETE FROM event_pending WHERE consumer = :consumer AND event_id IN (:eventIds)")
    void settle(String consumer, List<Long> eventIds);

    List<EventRow> findByIdInOrderById(List<Long> ids);

    List<EventRow> findByCaseIdOrderById(long caseId);
}
