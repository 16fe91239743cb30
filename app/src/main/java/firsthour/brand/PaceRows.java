package firsthour.brand;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PaceRows extends GenericRepository<PaceRows.Pace, String> {

    @Query("INSERT IGNORE INTO pace (account, even_at) VALUES (:account, :now)")
    void register(String account, Instant now);

    /// Moves on by one request, unless that would be further ahead than allowed.
    ///
    /// @param micros the pause between two requests
    /// @param latest as far ahead as so many requests at once may lead
    @Query(
            """
            UPDATE pace SET even_at = GREATEST(even_at, :now) + INTERVAL :micros MICROSECOND
            WHERE account = :account AND even_at <= :latest
            """)
    int take(String account, Instant now, long micros, Instant latest);

    @Query("SELECT even_at FROM pace WHERE account = :account")
    Optional<Instant> find(String account);

    /// How far an account is.
    ///
    /// @param evenAt when all that was sent would have been sent at an even pace
    @MappedEntity("pace")
    record Pace(@Id String account, Instant evenAt) {}
}
