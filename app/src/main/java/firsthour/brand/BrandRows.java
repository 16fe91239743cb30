package firsthour.brand;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface BrandRows extends GenericRepository<Brand, Long> {
    Brand save(Brand brand);

    Brand update(Brand brand);

    Optional<Brand> findById(long id);

    Optional<Brand> findByName(String name);

    List<Brand> listOrderByName();

    /// Locks the brand, so that its queries and accounts change one deed at a time.
    @Query("SELECT * FROM brand WHERE id = :id FOR UPDATE")
    Optional<Brand> findLocked(long id);
}
