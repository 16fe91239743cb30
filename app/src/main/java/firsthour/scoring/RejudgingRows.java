package firsthour.scoring;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Mentions that were judged by another version than the present, which at some may have failed.
/// What was deleted has no words left to judge.
@JdbcRepository(dialect = Dialect.MYSQL)
interface RejudgingRows extends GenericRepository<ScoreRow, Long> {

    @Query(
            """
            SELECT COUNT(*) FROM mention m
            JOIN score s ON s.mention_id = m.id JOIN post p ON p.id = m.post_id
            WHERE m.brand_id = :brandId AND m.published_at >= :since AND s.model NOT IN (:versions)
              AND m.state = 'TRIAGED' AND NOT (m.verdict <=> 'FOUND_REPLY')
              AND p.deleted_at IS NULL
            """)
    int count(long brandId, Instant since, List<String> versions);

    /// Newest first.
    @Query(
            """
            SELECT m.id, s.polarity, s.negative, s.complaint,
              (SELECT MAX(id) FROM correction WHERE mention_id = m.id) AS correction_id
            FROM mention m
            JOIN score s ON s.mention_id = m.id JOIN post p ON p.id = m.post_id
            WHERE m.brand_id = :brandId AND m.published_at >= :since AND s.model NOT IN (:versions)
              AND m.state = 'TRIAGED' AND NOT (m.verdict <=> 'FOUND_REPLY')
              AND p.deleted_at IS NULL AND m.id < :before
            ORDER BY m.id DESC LIMIT :most
            """)
    List<Outdated> find(long brandId, Instant since, List<String> versions, long before, int most);

    /// What the other version said.
    ///
    /// @param correctionId null where nobody has corrected it
    @Introspected
    record Outdated(
            long id,
            String polarity,
            @Nullable Double negative,
            @Nullable Double complaint,
            @Nullable Long correctionId) {}
}
