package firsthour.clocks;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CalendarVersionRows extends GenericRepository<CalendarVersionRow, Long> {

    CalendarVersionRow save(CalendarVersionRow row);

    Optional<CalendarVersionRow> findById(long id);

    @Query(
            "SELECT * FROM calendar_version WHERE calendar_id = :calendar ORDER BY number DESC LIMIT 1")
    Optional<CalendarVersionRow> findNewest(long calendar);
}
