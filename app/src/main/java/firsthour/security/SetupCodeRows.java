package firsthour.security;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SetupCodeRows extends GenericRepository<SetupCodeRows.Fact, String> {
    @Query("SELECT value FROM installation WHERE name = 'setup_code'")
    Optional<String> find();

    @Query(
            """
            INSERT INTO installation (name, value) VALUES ('setup_code', :hash)
            ON DUPLICATE KEY UPDATE value = VALUES(value)
            """)
    void put(String hash);

    @Query("DELETE FROM installation WHERE name = 'setup_code' AND value = :hash")
    int spend(String hash);

    /// One row of the table.
    @MappedEntity("installation")
    record Fact(@Id String name, String value) {}
}
