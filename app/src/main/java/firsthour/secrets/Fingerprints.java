package firsthour.secrets;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/// Which key the secrets in the database were sealed with.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Fingerprints extends GenericRepository<Fingerprints.Fact, String> {
    @Query("SELECT value FROM installation WHERE name = 'key_fingerprint'")
    Optional<String> find();

    /// Leaves the one that is there: of two nodes that start at once, one is first.
    @Query("INSERT IGNORE INTO installation (name, value) VALUES ('key_fingerprint', :value)")
    void keepFirst(String value);

    /// One row of the table.
    @MappedEntity("installation")
    record Fact(@Id String name, String value) {}
}
