package firsthour.response;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DictionaryRows extends GenericRepository<DictionaryWord, Long> {

    DictionaryWord save(DictionaryWord word);

    List<DictionaryWord> findByBrandIdOrderByWord(long brandId);

    /// Whatever the case and the accents: the collation says so.
    Optional<DictionaryWord> findByBrandIdAndWord(long brandId, String word);

    long countByBrandId(long brandId);

    int deleteByIdAndBrandId(long id, long brandId);
}
