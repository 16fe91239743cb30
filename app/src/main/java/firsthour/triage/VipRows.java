package firsthour.triage;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface VipRows extends GenericRepository<VipRow, Long> {

    VipRow save(VipRow row);

    Optional<VipRow> findById(long id);

    @Query("SELECT * FROM vip_author ORDER BY brand_id, network, handle")
    List<VipRow> list();

    @Query(
            "SELECT COUNT(*) FROM vip_author WHERE brand_id = :brandId AND network = :network AND handle = :handle")
    long count(long brandId, String network, String handle);

    @Query("DELETE FROM vip_author WHERE id = :id")
    int remove(long id);
}
