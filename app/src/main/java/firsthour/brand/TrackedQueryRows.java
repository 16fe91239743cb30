package firsthour.brand;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TrackedQueryRows extends GenericRepository<TrackedQuery, Long> {
    TrackedQuery save(TrackedQuery query);

    List<TrackedQuery> findByBrandIdOrderById(long brandId);

    List<TrackedQuery> listOrderById();

    int deleteByIdAndBrandId(long id, long brandId);

    /// A query with stored posts to look through.
    @Query(
            """
            SELECT id, brand_id, query, created_at FROM tracked_query
            WHERE unmatched_up_to IS NOT NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
    Optional<TrackedQuery> lockLate();

    @Query("SELECT unmatched_up_to FROM tracked_query WHERE id = :id")
    long getUnmatchedUpTo(long id);

    @Query("UPDATE tracked_query SET unmatched_up_to = :upTo WHERE id = :id")
    void setUnmatchedUpTo(long id, @Nullable Long upTo);

    /// Changes whenever a query was added or removed: none is ever changed in place.
    @Query("SELECT CONCAT(COUNT(*), '/', COALESCE(MAX(id), 0)) FROM tracked_query")
    String getFingerprint();
}
