package firsthour.response;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RemedyRows extends GenericRepository<RemedyRow, Long> {

    RemedyRow save(RemedyRow row);

    @Query(
            """
            SELECT r.id, r.kind, r.amount, r.currency, r.house_rule, m.name AS member_name,
              r.given_at
            FROM remedy r JOIN member m ON m.id = r.given_by
            WHERE r.case_id = :caseId
            ORDER BY r.id
            """)
    List<RemedyRow.Named> findNamed(long caseId);
}
