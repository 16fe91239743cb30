package firsthour.recovery;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SignRows extends GenericRepository<SignRows.Look, Long> {

    /// Locks looks at mentions; rows that another node holds are passed over.
    @Query(
            """
            SELECT id, mention_id AS about FROM recovery_look WHERE mention_id IS NOT NULL
            ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED
            """)
    List<Look> lockMentions(int most);

    @Query(
            """
            SELECT id, case_id AS about FROM recovery_look WHERE case_id IS NOT NULL
            ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
    Optional<Look> lockCase();

    @Query("DELETE FROM recovery_look WHERE id IN (:ids)")
    void settle(List<Long> ids);

    /// Has the cases looked at that mentions may tell something about: their own, those of their
    /// authors, which may have become part of others, and those of which they were a sign.
    @Query(
            """
            INSERT INTO recovery_look (case_id)
            SELECT m.case_id FROM mention m WHERE m.id IN (:ids) AND m.case_id IS NOT NULL
            UNION
            SELECT s.case_id FROM recovery_sign s WHERE s.mention_id IN (:ids)
            UNION
            SELECT COALESCE(c.merged_into_id, c.id) FROM mention m JOIN post p ON p.id = m.post_id
            JOIN cases c ON c.brand_id = m.brand_id AND c.network = p.network
              AND c.author_handle = p.author_handle
            WHERE m.id IN (:ids) AND p.network NOT IN (:namesOnly)
            UNION
            SELECT COALESCE(c.merged_into_id, c.id) FROM mention m JOIN post p ON p.id = m.post_id
            JOIN same_author l ON l.brand_id = m.brand_id AND l.network = p.network
              AND l.handle = p.author_handle
            JOIN cases c ON c.brand_id = m.brand_id AND c.network = l.other_network
              AND c.author_handle = l.other_handle
            WHERE m.id IN (:ids)
            """)
    void lookAtCasesOf(List<Long> ids, List<String> namesOnly);

    @Query("INSERT INTO recovery_look (mention_id) VALUES (:mentionId)")
    void lookAgain(long mentionId);

    /// Lets one look at a case happen at a time.
    @Query("SELECT id, brand_id, author_handle FROM cases WHERE id = :caseId FOR UPDATE")
    Optional<OfCase> lock(long caseId);

    /// When a person of ours first said something on a case in public.
    @Query(
            """
            SELECT r.posted_at FROM reply r
            JOIN cases c ON c.id = r.case_id
            LEFT JOIN found_reply f ON f.post_id = r.found_post_id AND f.brand_id = c.brand_id
            WHERE r.case_id = :caseId AND NOT COALESCE(f.bot, FALSE)
            ORDER BY r.posted_at LIMIT 1
            """)
    Optional<Instant> findFirstReply(long caseId);

    /// What is a sign by now. Whoever has a name that several people may have is nobody we know,
    /// and a case that became part of another has none of its own. Praise is a sign of one case:
    /// the last of its author's on which we had said something by then.
    @Query(
            """
            SELECT 'RATING_RAISED' AS kind, m.id AS mention_id, p.edited_at AS at
            FROM mention m JOIN post p ON p.id = m.post_id
            WHERE m.case_id = :caseId AND p.deleted_at IS NULL AND p.edited_at > :replied
              AND p.rating > (SELECT r.rating FROM post_revision r
                WHERE r.post_id = p.id AND r.until > :replied ORDER BY r.revision LIMIT 1)
            UNION
            SELECT 'THANKS', m.id, m.published_at
            FROM mention m JOIN post p ON p.id = m.post_id
            WHERE m.case_id = :caseId AND m.thanks AND m.published_at > :replied
              AND p.deleted_at IS NULL
            UNION
            SELECT 'PRAISE', m.id, m.published_at
            FROM (
              SELECT c.brand_id, c.network, c.author_handle AS handle FROM cases c
              WHERE (c.id = :caseId AND c.state <> 'MERGED' OR c.merged_into_id = :caseId)
                AND c.network NOT IN (:namesOnly)
              UNION
              SELECT c.brand_id, l.other_network, l.other_handle FROM cases c
              JOIN same_author l ON l.brand_id = c.brand_id AND l.network = c.network
                AND l.handle = c.author_handle
              WHERE c.id = :caseId AND c.state <> 'MERGED' OR c.merged_into_id = :caseId
            ) v
            JOIN post p ON p.network = v.network AND p.author_handle = v.handle
            JOIN mention m ON m.post_id = p.id AND m.brand_id = v.brand_id
            WHERE m.verdict = 'PRAISE' AND m.published_at > :replied
              AND NOT EXISTS (
                SELECT 1 FROM cases k
                JOIN reply r ON r.case_id = COALESCE(k.merged_into_id, k.id)
                WHERE k.brand_id = m.brand_id AND k.network = p.network
                  AND k.author_handle = p.author_handle
                  AND COALESCE(k.merged_into_id, k.id) > :caseId
                  AND r.posted_at < m.published_at)
              AND NOT EXISTS (
                SELECT 1 FROM same_author l
                JOIN cases k ON k.brand_id = l.brand_id AND k.network = l.other_network
                  AND k.author_handle = l.other_handle
                JOIN reply r ON r.case_id = COALESCE(k.merged_into_id, k.id)
                WHERE l.brand_id = m.brand_id AND l.network = p.network
                  AND l.handle = p.author_handle
                  AND COALESCE(k.merged_into_id, k.id) > :caseId
                  AND r.posted_at < m.published_at)
            """)
    List<Seen> findWanted(long caseId, Instant replied, List<String> namesOnly);

    /// What was seen, as far as its post is there: what is deleted says nothing against it.
    @Query(
            """
            SELECT s.kind, s.mention_id, s.at
            FROM recovery_sign s
            JOIN mention m ON m.id = s.mention_id JOIN post p ON p.id = m.post_id
            WHERE s.case_id = :caseId AND p.deleted_at IS NULL
            """)
    List<Seen> findStanding(long caseId);

    @Query(
            """
            INSERT IGNORE INTO recovery_sign (case_id, brand_id, kind, mention_id, at, seen_at)
            VALUES (:caseId, :brandId, :kind, :mentionId, :at, :now)
            """)
    int add(long caseId, long brandId, SignKind kind, long mentionId, Instant at, Instant now);

    @Query(
            """
            DELETE FROM recovery_sign
            WHERE case_id = :caseId AND kind = :kind AND mention_id = :mentionId
            """)
    int remove(long caseId, SignKind kind, long mentionId);

    @Query(
            """
            SELECT s.kind, s.mention_id, s.at, p.network, p.author_handle, p.text, p.url, p.rating
            FROM recovery_sign s
            JOIN mention m ON m.id = s.mention_id JOIN post p ON p.id = m.post_id
            WHERE s.case_id = :caseId
            ORDER BY s.at, s.id
            """)
    List<Told> findByCase(long caseId);

    /// Where signs may have come or gone.
    ///
    /// @param about a mention or a case
    @MappedEntity("recovery_look")
    record Look(@Id long id, long about) {}

    @Introspected
    record OfCase(long id, long brandId, @Nullable String authorHandle) {}

    @Introspected
    record Seen(SignKind kind, long mentionId, Instant at) {
        boolean isAlso(Seen other) {
            return kind == other.kind && mentionId == other.mentionId;
        }
    }

    @Introspected
    record Told(
            SignKind kind,
            long mentionId,
            Instant at,
            String network,
            @Nullable String authorHandle,
            String text,
            @Nullable String url,
            @Nullable Integer rating) {

        Sign sign() {
            return new Sign(
                    kind,
                    mentionId,
                    at,
                    network,
                    Optional.ofNullable(authorHandle),
                    text,
                    Optional.ofNullable(url),
                    Optional.ofNullable(rating));
        }
    }
}
