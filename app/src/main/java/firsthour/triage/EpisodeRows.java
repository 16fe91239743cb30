package firsthour.triage;

import firsthour.clocks.Circumstances;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What a case's clocks depend on.
@JdbcRepository(dialect = Dialect.MYSQL)
interface EpisodeRows extends GenericRepository<CaseRow, Long> {

    @Query(
            """
            SELECT c.brand_id, p.source_id, s.language, s.severity
            FROM cases c
            JOIN mention m ON m.id = c.mention_id
            JOIN post p ON p.id = m.post_id
            LEFT JOIN score s ON s.mention_id = m.id
            WHERE c.id = :caseId
            """)
    Origin getOrigin(long caseId);

    /// The earliest post of a case to which nobody has replied in this episode; empty as long as we
    /// have not spoken, because then the first word is owed anyway.
    @Query(
            """
            SELECT m.published_at, m.detected_at
            FROM cases c
            JOIN mention m ON m.case_id = c.id AND m.wants_reply
              AND m.published_at > c.last_word_at
            WHERE c.id = :caseId AND c.state = 'OPEN' AND c.waiting_since IS NULL
              AND m.detected_at >= c.episode_started_at
            ORDER BY m.published_at, m.id LIMIT 1
            """)
    Optional<Unanswered> findUnanswered(long caseId);

    /// Where a case came from.
    @Introspected
    record Origin(
            long brandId, long sourceId, @Nullable String language, @Nullable Integer severity) {

        Circumstances circumstances() {
            return new Circumstances(
                    brandId,
                    sourceId,
                    Optional.ofNullable(language),
                    severity == null ? OptionalInt.empty() : OptionalInt.of(severity));
        }
    }

    /// A post that waits for a reply.
    @Introspected
    record Unanswered(Instant publishedAt, Instant detectedAt) {}
}
