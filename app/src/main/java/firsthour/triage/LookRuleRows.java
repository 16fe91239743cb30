package firsthour.triage;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface LookRuleRows extends GenericRepository<LookRuleRow, Long> {

    LookRuleRow save(LookRuleRow row);

    List<LookRuleRow> findByBrandIdOrderByName(long brandId);

    Optional<LookRuleRow> findByBrandIdAndName(long brandId, String name);

    long countByBrandId(long brandId);

    int deleteByIdAndBrandId(long id, long brandId);
}
