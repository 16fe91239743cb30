package firsthour.brand;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface OwnAccountRows extends GenericRepository<OwnAccount, Long> {
    OwnAccount save(OwnAccount account);

    List<OwnAccount> findByBrandIdOrderById(long brandId);

    List<OwnAccount> findByNetwork(String network);

    Optional<OwnAccount> findByBrandIdAndNetworkAndHandle(
            long brandId, String network, String handle);

    int deleteByIdAndBrandId(long id, long brandId);
}
