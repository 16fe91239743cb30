package firsthour.alerts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AlertRuleRows extends GenericRepository<AlertRule, Long> {

    AlertRule save(AlertRule rule);

    List<AlertRule> findAllOrderById();

    /// Rules that fire for a case. A channel that a person switched off is told nothing; one that
    /// its far end refused is: what waits goes out once that is mended.
    @Query(
            """
            SELECT r.* FROM alert_rule r JOIN channel c ON c.id = r.channel_id
            WHERE r.enabled AND c.enabled AND r.kind = :kind
              AND (r.brand_id IS NULL OR r.brand_id = :brandId) AND r.min_priority <= :priority
            ORDER BY r.id
            """)
    List<AlertRule> findFiring(AlertKind kind, long brandId, int priority);

    /// Rules that fire for a source, or for one that is about no brand in particular.
    @Query(
            """
            SELECT r.* FROM alert_rule r JOIN channel c ON c.id = r.channel_id
            WHERE r.enabled AND c.enabled AND r.kind = :kind
              AND (r.brand_id IS NULL OR :brandId IS NULL OR r.brand_id = :brandId)
            ORDER BY r.id
            """)
    List<AlertRule> findFiringOfSource(AlertKind kind, @Nullable Long brandId);

    /// The newest events about cases that are still open, newest first.
    ///
    /// @param before the id after them
    @Query(
            """
            SELECT e.id FROM event_log e
                 JOIN cases c ON c.id = e.case_id AND c.state = 'OPEN'
            WHERE e.at >= :since AND e.id < :before
            ORDER BY e.id DESC LIMIT :most
            """)
    List<Long> findOfOpenCases(Instant since, long before, int most);

    @Query("SELECT priority FROM cases WHERE id = :caseId")
    Optional<Integer> findPriority(long caseId);

    @Query(
            """
            UPDATE alert_rule SET enabled = :enabled, min_priority = :minPriority,
                   brand_id = :brandId
            WHERE id = :id
            """)
    int change(long id, boolean enabled, int minPriority, @Nullable Long brandId);
}
