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

@JdbcRepository(dialect = Dialect.MYSQL)
interface ReplyRows extends GenericRepository<ReplyRow, Long> {

    ReplyRow save(ReplyRow row);

    @Query(
            """
            SELECT r.id, r.episode, r.kind, r.text, r.url, r.posted_at, r.recorded_at,
              m.name AS member_name, r.found_post_id
            FROM reply r LEFT JOIN member m ON m.id = r.member_id
            WHERE r.case_id = :caseId
            ORDER BY r.posted_at, r.id
            """)
    List<ReplyRow.Named> findByCase(long caseId);

    /// Lets one reply in at a time, so that the two who know of the same one, a person and the
    /// network, see each other.
    @Query("SELECT id FROM cases WHERE id = :caseId FOR UPDATE")
    Optional<Long> lockCase(long caseId);

    /// What was said in a case's present episode, the first word first.
    @Query(
            """
            SELECT r.* FROM reply r JOIN cases c ON c.id = r.case_id AND c.episode = r.episode
            WHERE r.case_id = :caseId ORDER BY r.posted_at, r.id
            """)
    List<ReplyRow> findPresent(long caseId);

    /// The case that a case is by now: itself, or the one into which it was merged.
    @Query("SELECT COALESCE(merged_into_id, id) FROM cases WHERE id = :caseId")
    long findSurvivor(long caseId);

    @Query(
            """
            SELECT r.* FROM reply r JOIN cases c ON c.id = r.case_id
            WHERE :caseId IN (c.id, c.merged_into_id) AND r.url IS NOT NULL ORDER BY r.id
            """)
    List<ReplyRow> findWithLink(long caseId);

    /// The reply that was found on the network under this id.
    @Query(
            """
            SELECT r.* FROM reply r JOIN post p ON p.id = r.found_post_id
              JOIN cases c ON c.id = r.case_id
            WHERE :caseId IN (c.id, c.merged_into_id) AND p.external_id = :externalId LIMIT 1
            """)
    Optional<ReplyRow> findFound(long caseId, String externalId);

    @Query("UPDATE reply SET found_post_id = :postId WHERE id = :id")
    int setFound(long id, long postId);

    @Query("UPDATE reply SET member_id = :memberId, kind = :kind WHERE id = :id")
    int setRecorded(long id, long memberId, ReplyKind kind);

    @Query(
            """
            SELECT p.published_at FROM cases c
            JOIN mention m ON m.id = c.mention_id JOIN post p ON p.id = m.post_id
            WHERE c.id = :caseId
            """)
    Optional<Instant> findPublished(long caseId);

    @Query("SELECT name FROM member WHERE id = :memberId")
    Optional<String> findName(long memberId);

    /// Replies that were found and whose case is known by now. A reply answers a post of a case, or
    /// another reply that is tied to one.
    @Query(
            """
            SELECT w.post_id, w.brand_id, w.bot, p.external_id, p.text, p.url, p.published_at,
              COALESCE(c.merged_into_id, c.id) AS case_id
            FROM (
              SELECT u.post_id, u.brand_id, q.id AS answered_id, q.copy_of
              FROM found_reply u
              JOIN post p ON p.id = u.post_id
              JOIN source s ON s.network = p.network
              JOIN post q ON q.source_id = s.id AND q.external_id = p.in_reply_to
              WHERE u.case_id IS NULL
              UNION
              SELECT u.post_id, u.brand_id, q.id, q.copy_of
              FROM found_reply u
              JOIN post p ON p.id = u.post_id
              JOIN post q ON q.link_key = p.reply_key
              WHERE u.case_id IS NULL
            ) f
            JOIN found_reply w ON w.post_id = f.post_id AND w.brand_id = f.brand_id
            JOIN post p ON p.id = f.post_id
            LEFT JOIN mention m ON m.post_id = f.answered_id AND m.brand_id = f.brand_id
            LEFT JOIN mention o ON o.post_id = f.copy_of AND o.brand_id = f.brand_id
            LEFT JOIN found_reply g ON g.post_id = f.answered_id AND g.brand_id = f.brand_id
            JOIN cases c ON c.id = COALESCE(m.case_id, o.case_id, g.case_id)
            ORDER BY p.published_at, f.post_id LIMIT :most
            """)
    List<Found> findLinkable(int most);

    @Query(
            """
            UPDATE found_reply SET case_id = :caseId
            WHERE post_id = :postId AND brand_id = :brandId AND case_id IS NULL
            """)
    int tie(long postId, long brandId, long caseId);

    /// A reply on the network and the case that it belongs to.
    @Introspected
    record Found(
            long postId,
            long brandId,
            boolean bot,
            String externalId,
            String text,
            @Nullable String url,
            Instant publishedAt,
            long caseId) {}
}
