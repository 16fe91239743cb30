package firsthour.scoring;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TopicWordRows extends GenericRepository<TopicWord, Long> {
    TopicWord save(TopicWord word);

    List<TopicWord> findByBrandIdOrderByWord(long brandId);

    List<TopicWord> findByBrandIdIn(List<Long> brandIds);

    /// Whatever the case and the accents: the collation says so.
    Optional<TopicWord> findByBrandIdAndWord(long brandId, String word);

    long countByBrandId(long brandId);

    int deleteByIdAndBrandId(long id, long brandId);
}
