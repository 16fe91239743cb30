package firsthour.events;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface EventFeedRows extends GenericRepository<EventRow, Long> {

    @Query("SELECT EXISTS (SELECT 1 FROM event_log WHERE position IS NULL)")
    boolean anyWithoutPlace();

    /// Takes the turn to give places, until the transaction ends.
    @Query("SELECT last FROM event_position WHERE id = 1 FOR UPDATE")
    long lockLast();

    /// What is committed and has no place. Not locked: what others are writing is passed over.
    @Query("SELECT id FROM event_log WHERE position IS NULL ORDER BY id LIMIT :most")
    List<Long> findWithoutPlace(int most);

    @Query("UPDATE event_log SET position = :last + FIELD(id, :ids) WHERE id IN (:ids)")
    void place(long last, List<Long> ids);

    @Query("UPDATE event_position SET last = :last WHERE id = 1")
    void keepLast(long last);

    @Query("SELECT last FROM event_position WHERE id = 1")
    long getLast();

    @Query(
            """
            SELECT position, id, at, type, data FROM event_log
            WHERE position > :after ORDER BY position LIMIT :most
            """)
    List<Placed> findAfter(long after, int most);

    /// An event as it is stored, with its place.
    @Introspected
    record Placed(long position, long id, Instant at, String type, String data) {}
}
