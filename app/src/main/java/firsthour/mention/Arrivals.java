package firsthour.mention;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When the posts of a source came: read only.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Arrivals extends GenericRepository<PostRow, Long> {

    /// Posts of a source that were published since, the newest first.
    @Query(
            """
            SELECT published_at, detected_at, history FROM post
            WHERE source_id = :sourceId AND published_at >= :since
            ORDER BY published_at DESC LIMIT :most
            """)
    List<Arrival> findBySource(long sourceId, Instant since, int most);

    /// When the oldest stored post of a source was published; empty where none is stored.
    @Query(
            "SELECT published_at FROM post WHERE source_id = :sourceId ORDER BY published_at LIMIT 1")
    Optional<Instant> findOldest(long sourceId);

    /// One post.
    ///
    /// @param history whether it was old when it came
    @Introspected
    record Arrival(Instant publishedAt, Instant detectedAt, boolean history) {}
}
