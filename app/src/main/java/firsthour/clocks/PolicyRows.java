package firsthour.clocks;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Duration;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PolicyRows extends GenericRepository<PolicyRow, Long> {

    PolicyRow save(PolicyRow row);

    /// The newest revision of a brand's policies, in order.
    @Query(
            """
            SELECT * FROM policy
            WHERE brand_id = :brand
              AND revision = (SELECT MAX(revision) FROM policy WHERE brand_id = :brand)
            ORDER BY position
            """)
    List<PolicyRow> findNewest(long brand);

    @Query("SELECT COALESCE(MAX(number), 0) FROM policy WHERE brand_id = :brand")
    int lastNumber(long brand);

    @Query("SELECT * FROM policy_target WHERE policy_id IN (:policyIds) ORDER BY policy_id, kind")
    List<TargetRow> findTargets(List<Long> policyIds);

    @Query(
            """
            INSERT INTO policy_target (policy_id, kind, within_seconds, business)
            VALUES (:policyId, :kind, :seconds, :business)
            """)
    void addTarget(long policyId, ClockKind kind, long seconds, boolean business);

    @Query("SELECT COUNT(*) FROM source WHERE id = :sourceId")
    int countSource(long sourceId);

    /// Holds the brand, so that of two changes at once one sees the other.
    @Query("SELECT id FROM brand WHERE id = :brand FOR UPDATE")
    long lockBrand(long brand);

    /// A target as it is stored.
    @Introspected
    record TargetRow(long policyId, ClockKind kind, long withinSeconds, boolean business) {
        Policy.Target target() {
            return new Policy.Target(kind, Duration.ofSeconds(withinSeconds), business);
        }
    }
}
