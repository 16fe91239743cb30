package firsthour.triage;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/// The names that messages need, read of the team's and the brand's tables.
@JdbcRepository(dialect = Dialect.MYSQL)
interface PeopleRows extends GenericRepository<CaseRow, Long> {

    @Query("SELECT name FROM member WHERE id = :memberId")
    Optional<String> findName(long memberId);
}
