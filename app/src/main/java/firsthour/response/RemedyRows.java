package firsthour.response;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
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

    /// What was given over all cases from an instant until before another, the newest first.
    ///
    /// @param brandId 0 for all brands
    @Query(
            """
            SELECT r.id, r.kind, r.amount, r.currency, r.house_rule, m.name AS member_name,
              r.given_at, r.case_id, b.name AS brand_name
            FROM remedy r
            JOIN member m ON m.id = r.given_by
            JOIN cases c ON c.id = r.case_id
            JOIN brand b ON b.id = c.brand_id
            WHERE r.given_at >= :since AND r.given_at < :until
              AND (:brandId = 0 OR c.brand_id = :brandId)
            ORDER BY r.given_at DESC, r.id DESC LIMIT :most
            """)
    List<RemedyRow.Given> findGiven(long brandId, Instant since, Instant until, int most);

    /// What that is worth, by currency; null where it is worth no sum.
    @Query(
            """
            SELECT r.currency, SUM(r.amount) AS amount, COUNT(*) AS remedies
            FROM remedy r JOIN cases c ON c.id = r.case_id
            WHERE r.given_at >= :since AND r.given_at < :until
              AND (:brandId = 0 OR c.brand_id = :brandId)
            GROUP BY r.currency ORDER BY r.currency
            """)
    List<RemedyRow.Worth> findWorth(long brandId, Instant since, Instant until);
}
