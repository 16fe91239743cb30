package firsthour.response;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SnippetRows extends GenericRepository<Snippet, Long> {

    Snippet save(Snippet snippet);

    List<Snippet> findByBrandIdOrderByName(long brandId);

    Optional<Snippet> findByBrandIdAndName(long brandId, String name);

    Optional<Snippet> findByIdAndBrandId(long id, long brandId);

    long countByBrandId(long brandId);

    @Query(
            """
            UPDATE snippet SET text = :text, version = version + 1
            WHERE id = :id AND brand_id = :brandId AND version = :version
            """)
    int change(long id, long brandId, long version, String text);

    int deleteByIdAndBrandId(long id, long brandId);
}
