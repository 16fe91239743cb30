package firsthour.brand;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TrackedQueryRows extends GenericRepository<TrackedQuery, Long> {
    TrackedQuery save(TrackedQuery query);

    List<TrackedQuery> findByBrandIdOrderById(long brandId);

    List<TrackedQuery> listOrderById();

    int deleteByIdAndBrandId(long id, long brandId);

    /// Changes whenever a query was added or removed: none is ever changed in place.
    @Query("SELECT CONCAT(COUNT(*), '/', COALESCE(MAX(id), 0)) FROM tracked_query")
    String getFingerprint();
}
