package firsthour.triage;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the page of a case shows of other rooms' tables.
@JdbcRepository(dialect = Dialect.MYSQL)
interface CaseViewRows extends GenericRepository<CaseRow, Long> {

    /// Mentions with their posts, scores and latest corrections.
    String MENTIONS =
            """
            SELECT m.id, m.post_id, m.brand_id, m.case_id, p.network, p.url, p.title, p.text,
              p.author_handle, p.author_name, p.author_url, p.followers, p.reposts, p.rating,
              p.language,
              p.published_at, p.detected_at, p.edited_at, p.revision,
              p.deleted_at, w.markup, m.verdict, m.reason,
              j.model, j.polarity, j.negative, j.neutral, j.positive, j.confidence, j.complaint,
              j.flags, j.severity, j.severity_reasons, j.topics,
              j.language AS judged_language, j.target_rule, j.phrases,
              k.id AS correction_id, k.polarity AS corrected, a.name AS corrected_by, k.corrected_at
            FROM mention m
            JOIN post p ON p.id = m.post_id
            LEFT JOIN post_markup w ON w.post_id = p.id
            LEFT JOIN score j ON j.mention_id = m.id
            LEFT JOIN correction k
              ON k.id = (SELECT MAX(id) FROM correction WHERE mention_id = m.id)
            LEFT JOIN member a ON a.id = k.member_id
            """;

    @Query("SELECT sample FROM brand WHERE id = :brandId")
    boolean isSample(long brandId);

    @Query(
            MENTIONS
                    + """
                    JOIN cases c ON c.id = m.case_id
                    WHERE m.case_id = :caseId
                    ORDER BY m.id <> c.mention_id, p.published_at, m.id
                    """)
    List<MentionReadRow> findMentions(long caseId);

    @Query(MENTIONS + "WHERE m.id = :mentionId")
    Optional<MentionReadRow> findMention(long mentionId);

    /// The newest first. What the brand's own accounts wrote is none.
    @Query(
            MENTIONS
                    + """
                    WHERE (:below IS NULL OR m.id < :below)
                      AND (:ofBrand IS NULL OR m.brand_id = :ofBrand)
                      AND (:ofVerdict IS NULL OR m.verdict = :ofVerdict)
                      AND (:ofPolarity IS NULL
                        OR COALESCE(k.polarity, j.polarity) = :ofPolarity)
                      AND NOT (m.verdict <=> 'FOUND_REPLY')
                    ORDER BY m.id DESC LIMIT :most
                    """)
    List<MentionReadRow> list(
            @Nullable Long below,
            @Nullable Long ofBrand,
            @Nullable String ofVerdict,
            @Nullable String ofPolarity,
            int most);
}
