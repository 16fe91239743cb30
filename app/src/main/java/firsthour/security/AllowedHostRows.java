package firsthour.security;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AllowedHostRows extends GenericRepository<AllowedHost, String> {
    @Query("SELECT * FROM allowed_host ORDER BY host")
    List<AllowedHost> list();

    @Query("INSERT IGNORE INTO allowed_host (host, added_at) VALUES (:host, :at)")
    void add(String host, Instant at);

    @Query("DELETE FROM allowed_host WHERE host = :host")
    void remove(String host);
}
