package firsthour.intake;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What came through each source and what was refused, by day (UTC). Days are bound as text: as
/// dates they would be shifted by the zone of this machine.
@JdbcRepository(dialect = Dialect.MYSQL)
interface SourceDays extends GenericRepository<SourceDays.RefusedRow, Long> {

    default void count(long sourceId, LocalDate day, Tally tally) {
        count(
                sourceId,
                day.toString(),
                tally.accepted(),
                tally.duplicate(),
                tally.revised(),
                tally.matched(),
                tally.unmatched(),
                tally.own(),
                tally.rejected());
    }

    @Query(
            """
            INSERT INTO source_count
              (source_id, day, accepted, duplicate, revised, matched, unmatched, own,
               rejected)
            VALUES
              (:sourceId, :on, :accepted, :duplicate, :revised, :matched, :unmatched, :own,
               :rejected)
            ON DUPLICATE KEY UPDATE accepted = accepted + VALUES(accepted),
              duplicate = duplicate + VALUES(duplicate), revised = revised + VALUES(revised),
              matched = matched + VALUES(matched),
              unmatched = unmatched + VALUES(unmatched), own = own + VALUES(own),
              rejected = rejected + VALUES(rejected)
            """)
    void count(
            long sourceId,
            String on,
            long accepted,
            long duplicate,
            long revised,
            long matched,
            long unmatched,
            long own,
            long rejected);

    @Query(
            """
            INSERT INTO source_count (source_id, day, pulls, refusals)
            VALUES (:sourceId, :on, 1, :refusals)
            ON DUPLICATE KEY UPDATE pulls = pulls + 1, refusals = refusals + VALUES(refusals)
            """)
    void countPull(long sourceId, String on, int refusals);

    default void countPull(long sourceId, LocalDate day, int refusals) {
        countPull(sourceId, day.toString(), refusals);
    }

    @Query(
            """
            SELECT source_id, day, accepted, duplicate, revised, matched, unmatched, own, rejected
            FROM source_count WHERE day >= :since ORDER BY source_id, day
            """)
    List<DayRow> listDays(String since);

    default List<DayRow> listDays(LocalDate since) {
        return listDays(since.toString());
    }

    @Query(
            """
            INSERT INTO refusal (source_id, day, kind, refusals, last_at, detail, answer)
            VALUES (:sourceId, :on, :kind, 1, :now, :detail, :answer)
            ON DUPLICATE KEY UPDATE refusals = refusals + 1, last_at = VALUES(last_at),
              detail = VALUES(detail), answer = VALUES(answer)
            """)
    void countRefusal(
            long sourceId, String on, String kind, Instant now, String detail, String answer);

    default void countRefusal(
            long sourceId, LocalDate day, String kind, Instant now, String detail, String answer) {
        countRefusal(sourceId, day.toString(), kind, now, detail, answer);
    }

    /// The latest first.
    @Query(
            """
            SELECT source_id, day, kind, refusals, last_at, detail, answer FROM refusal
            WHERE source_id = :sourceId AND day >= :since ORDER BY last_at DESC
            """)
    List<RefusedRow> findRefused(long sourceId, String since);

    default List<RefusedRow> findRefused(long sourceId, LocalDate since) {
        return findRefused(sourceId, since.toString());
    }

    @Query("DELETE FROM refusal WHERE day < :before")
    void forgetRefused(String before);

    default void forgetRefused(LocalDate before) {
        forgetRefused(before.toString());
    }

    @Introspected
    record DayRow(
            long sourceId,
            LocalDate day,
            long accepted,
            long duplicate,
            long revised,
            long matched,
            long unmatched,
            long own,
            long rejected) {}

    /// What was refused on a day, by kind.
    ///
    /// @param detail of the latest
    /// @param answer how the latest answer began that could not be read; empty where none came
    @MappedEntity("refusal")
    record RefusedRow(
            @Id long sourceId,
            LocalDate day,
            String kind,
            long refusals,
            Instant lastAt,
            String detail,
            String answer) {}
}
