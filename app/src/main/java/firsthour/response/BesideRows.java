package firsthour.response;

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
interface BesideRows extends GenericRepository<ReplyRow, Long> {

    /// Who opened a case, and what it is about.
    @Query(
            """
            SELECT c.brand_id, p.network, p.author_handle, s.topics
            FROM cases c JOIN mention m ON m.id = c.mention_id JOIN post p ON p.id = m.post_id
            LEFT JOIN score s ON s.mention_id = m.id
            WHERE c.id = :caseNumber
            """)
    Optional<Opening> findOpening(long caseNumber);

    @Query(
            """
            SELECT p.published_at AS at, p.author_handle AS who, p.title, p.text
            FROM mention m JOIN post p ON p.id = m.post_id
            WHERE m.case_id = :caseNumber AND p.deleted_at IS NULL
            ORDER BY p.published_at, m.id
            """)
    List<Post> findPosts(long caseNumber);

    @Query(
            """
            SELECT p.published_at AS at, p.title, p.text, m.case_id,
              (SELECT r.text FROM reply r WHERE r.case_id = m.case_id
               ORDER BY r.posted_at DESC, r.id DESC LIMIT 1) AS told
            FROM post p JOIN mention m ON m.post_id = p.id
            WHERE p.network = :network AND p.author_handle = :handle AND m.brand_id = :brandId
              AND p.deleted_at IS NULL AND (m.case_id IS NULL OR m.case_id <> :caseNumber)
            ORDER BY p.published_at DESC, p.id DESC LIMIT :most
            """)
    List<Before> findEarlier(
            long caseNumber, long brandId, String network, String handle, int most);

    /// The cause of a case.
    @Query(
            """
            SELECT u.id, u.title, u.facts FROM cases c JOIN cause u ON u.id = c.cause_id
            WHERE c.id = :caseNumber
            """)
    Optional<Cause> findCause(long caseNumber);

    /// What was replied on the other cases of a cause.
    @Query(
            """
            SELECT r.posted_at AS at, a.name AS who, p.author_handle AS whom, r.text, r.case_id
            FROM cases c JOIN reply r ON r.case_id = c.id
            JOIN mention m ON m.id = c.mention_id JOIN post p ON p.id = m.post_id
            LEFT JOIN member a ON a.id = r.member_id
            WHERE c.cause_id = :causeNumber AND c.id <> :caseNumber
            ORDER BY r.posted_at DESC, r.id DESC LIMIT :most
            """)
    List<Answer> findToldOfCause(long caseNumber, long causeNumber, int most);

    /// What was answered since on other cases that share a topic.
    @Query(
            """
            SELECT r.posted_at AS at, a.name AS who, p.author_handle AS whom, r.text, r.case_id
            FROM reply r JOIN cases c ON c.id = r.case_id
            JOIN score s ON s.mention_id = c.mention_id
            JOIN mention m ON m.id = c.mention_id JOIN post p ON p.id = m.post_id
            LEFT JOIN member a ON a.id = r.member_id
            WHERE c.brand_id = :brandId AND c.id <> :caseNumber AND r.kind = 'ANSWER'
              AND r.posted_at >= :since AND JSON_OVERLAPS(s.topics, :topics)
            ORDER BY r.posted_at DESC, r.id DESC LIMIT :most
            """)
    List<Answer> findTold(long caseNumber, long brandId, String topics, Instant since, int most);

    @Introspected
    record Opening(
            long brandId, String network, @Nullable String authorHandle, @Nullable String topics) {}

    @Introspected
    record Cause(long id, String title, @Nullable String facts) {}

    @Introspected
    record Post(Instant at, @Nullable String who, @Nullable String title, String text) {}

    @Introspected
    record Before(
            Instant at,
            @Nullable String title,
            String text,
            @Nullable Long caseId,
            @Nullable String told) {}

    @Introspected
    record Answer(
            Instant at, @Nullable String who, @Nullable String whom, String text, long caseId) {}
}
