package firsthour.brand;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SourceRows extends GenericRepository<Source, Long> {
    Source save(Source source);

    Source update(Source source);

    Optional<Source> findById(long id);

    Optional<Source> findByName(String name);

    List<Source> listOrderByName();

    @Query("SELECT EXISTS (SELECT 1 FROM post WHERE source_id = :id)")
    boolean hasPosts(long id);

    @Query("SELECT EXISTS (SELECT 1 FROM brand WHERE id = :id)")
    boolean isBrand(long id);

    void deleteById(long id);

    /// Adds the source of file imports unless another process just did.
    @Query(
            """
            INSERT IGNORE INTO source (network, name, settings, created_at)
            VALUES ('file', :name, '{}', UTC_TIMESTAMP(6))
            """)
    void addFileSource(String name);
}
