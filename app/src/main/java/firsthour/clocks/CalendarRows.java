package firsthour.clocks;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CalendarRows extends GenericRepository<CalendarRow, Long> {

    CalendarRow save(CalendarRow row);

    Optional<CalendarRow> findById(long id);

    @Query("SELECT * FROM calendar ORDER BY name, id")
    List<CalendarRow> list();

    @Query("SELECT EXISTS (SELECT 1 FROM calendar WHERE name = :called AND id <> :other)")
    boolean isTaken(String called, long other);

    /// Those whose days off come from elsewhere.
    @Query(
            """
            SELECT * FROM calendar
            WHERE country IS NOT NULL OR feed_sealed IS NOT NULL
            ORDER BY id
            """)
    List<CalendarRow> findFed();

    @Query(
            """
            UPDATE calendar SET name = :called, country = :place,
              feed_checked_at = IF(feed_sealed <=> :sealed, feed_checked_at, NULL),
              feed_trouble = IF(feed_sealed <=> :sealed, feed_trouble, NULL),
              feed_sealed = :sealed, version = version + 1
            WHERE id = :id AND version = :seen
            """)
    int change(long id, long seen, String called, @Nullable String place, @Nullable String sealed);

    @Query("UPDATE calendar SET version = version + 1 WHERE id = :id AND version = :seen")
    int next(long id, long seen);

    @Query(
            """
            UPDATE calendar SET feed_checked_at = :now, feed_trouble = :trouble
            WHERE id = :id AND feed_sealed = :sealed
            """)
    int checked(long id, String sealed, Instant now, @Nullable String trouble);

    /// Days travel as text: the driver would move a date by the zone of this machine.
    @Query(
            """
            SELECT CAST(day AS CHAR) AS date_text, origin, name FROM day_off
            WHERE calendar_version_id = :versionId
            ORDER BY day, origin
            """)
    List<DayOffRow> findDaysOff(long versionId);

    @Query(
            """
            INSERT IGNORE INTO day_off (calendar_version_id, day, origin, name)
            VALUES (:versionId, :date, :origin, :dayName)
            """)
    void addDayOff(long versionId, String date, DayOff.Origin origin, String dayName);

    /// A day off as it is stored.
    @Introspected
    record DayOffRow(String dateText, DayOff.Origin origin, String name) {
        DayOff dayOff() {
            return new DayOff(LocalDate.parse(dateText), origin, name);
        }
    }
}
