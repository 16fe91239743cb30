package firsthour.response;

import firsthour.triage.ReplyKind;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was said on other cases, and who wrote there.
@JdbcRepository(dialect = Dialect.MYSQL)
interface SaidRows extends GenericRepository<ReplyRow, Long> {

    @Query(
            """
            SELECT r.id FROM reply r JOIN cases c ON c.id = r.case_id
            WHERE c.brand_id = :brandId ORDER BY r.id DESC LIMIT :most
            """)
    List<Long> findNewest(long brandId, int most);

    @Query("SELECT id, text FROM reply WHERE id IN (:ids)")
    List<Text> findTexts(List<Long> ids);

    @Query(
            """
            SELECT r.case_id, r.kind, r.text, r.url, r.posted_at, m.name AS member_name,
              p.author_handle
            FROM reply r JOIN cases c ON c.id = r.case_id
            JOIN mention n ON n.id = c.mention_id JOIN post p ON p.id = n.post_id
            LEFT JOIN member m ON m.id = r.member_id
            WHERE r.id = :reply
            """)
    Optional<Said> findSaid(long reply);

    /// Who wrote, and what, of the posts of a case that are still there; the one that opened it
    /// first.
    @Query(
            """
            SELECT p.author_name, p.author_handle, p.title, p.text
            FROM cases c JOIN mention m ON m.case_id = c.id JOIN post p ON p.id = m.post_id
            WHERE c.id = :caseId AND p.deleted_at IS NULL
            ORDER BY m.id <> c.mention_id, p.published_at, m.id
            """)
    List<Wrote> findWrote(long caseId);

    @Query("SELECT brand_id FROM cases WHERE id = :caseId")
    Optional<Long> findBrand(long caseId);

    /// Of a brand, and of its accounts.
    @Query(
            """
            SELECT name FROM brand WHERE id = :brandId
            UNION SELECT handle FROM own_account WHERE brand_id = :brandId
            """)
    List<String> findNames(long brandId);

    @Introspected
    record Text(long id, String text) {}

    /// Something that was said.
    @Introspected
    record Said(
            long caseId,
            ReplyKind kind,
            String text,
            @Nullable String url,
            Instant postedAt,
            @Nullable String memberName,
            @Nullable String authorHandle) {}

    @Introspected
    record Wrote(
            @Nullable String authorName,
            @Nullable String authorHandle,
            @Nullable String title,
            String text) {}
}
