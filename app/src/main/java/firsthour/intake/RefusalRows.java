package firsthour.intake;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RefusalRows extends GenericRepository<RefusalRows.Row, Long> {

    @Query(
            """
            INSERT INTO refusal (source_id, day, kind, refusals, last_at, detail, answer)
            VALUES (:sourceId, :on, :kind, 1, :now, :detail, :answer)
            ON DUPLICATE KEY UPDATE refusals = refusals + 1, last_at = VALUES(last_at),
              detail = VALUES(detail), answer = VALUES(answer)
            """)
    void count(long sourceId, String on, String kind, Instant now, String detail, String answer);

    /// Days are bound as text: as dates they would be shifted by the zone of this machine.
    default void count(
            long sourceId, LocalDate day, String kind, Instant now, String detail, String answer) {
        count(sourceId, day.toString(), kind, now, detail, answer);
    }

    /// The latest first.
    @Query(
            """
            SELECT source_id, day, kind, refusals, last_at, detail, answer FROM refusal
            WHERE source_id = :sourceId AND day >= :since ORDER BY last_at DESC
            """)
    List<Row> find(long sourceId, String since);

    default List<Row> find(long sourceId, LocalDate since) {
        return find(sourceId, since.toString());
    }

    @Query("DELETE FROM refusal WHERE day < :before")
    void forget(String before);

    default void forget(LocalDate before) {
        forget(before.toString());
    }

    /// What was refused on a day, by kind.
    ///
    /// @param detail of the latest
    /// @param answer how the latest answer began that could not be read; empty where none came
    @MappedEntity("refusal")
    record Row(
            @Id long sourceId,
            LocalDate day,
            String kind,
            long refusals,
            Instant lastAt,
            String detail,
            String answer) {}
}
