package firsthour.mention;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface WatchRows extends GenericRepository<PostRow, Long> {

    /// Locks posts that are due, those of cases first, then the longest due; rows that another node
    /// holds are passed over.
    @Query(
            """
            SELECT p.id, p.external_id, p.url, p.author_handle, p.published_at,
              (SELECT MIN(m.case_id) FROM mention m WHERE m.post_id = p.id) AS case_id
            FROM post p WHERE p.source_id = :sourceId AND p.look_at <= :now
            ORDER BY case_id IS NULL, p.look_at, p.id LIMIT :most FOR UPDATE SKIP LOCKED
            """)
    List<Watched> lockDue(long sourceId, Instant now, int most);

    /// Brings the next look forward; what is never looked at again stays so.
    @Query(
            """
            UPDATE post p JOIN mention m ON m.post_id = p.id
            SET p.look_at = LEAST(p.look_at, :at) WHERE m.id IN (:mentionIds)
            """)
    void hurry(List<Long> mentionIds, Instant at);

    /// What is deleted is never looked at again.
    @Query("UPDATE post SET look_at = :at WHERE id IN (:ids) AND deleted_at IS NULL")
    void setLook(List<Long> ids, @Nullable Instant at);

    @Query(
            """
            UPDATE post SET look_at = :until WHERE source_id = :sourceId AND look_at < :until
            """)
    void postpone(long sourceId, Instant until);

    @Query(
            """
            SELECT id FROM post
            WHERE source_id = :sourceId AND external_id IN (:externalIds) AND deleted_at IS NULL
            """)
    List<Long> findPresent(long sourceId, Collection<String> externalIds);

    @Query(
            """
            SELECT id FROM post
            WHERE network = :network AND author_handle IN (:handles) AND source_id = :sourceId
            """)
    List<Long> findPresentBy(long sourceId, String network, Collection<String> handles);

    /// What came of the same posts through other sources, by their links.
    @Query(
            """
            SELECT DISTINCT c.id FROM post p JOIN post c ON c.link_key = p.link_key
            WHERE p.id IN (:ids) AND c.id NOT IN (:ids)
            """)
    List<Long> findCopies(List<Long> ids);

    /// What a network has not shown for long; rows that another node holds are passed over.
    @Query(
            """
            SELECT id FROM post
            WHERE network = :network AND seen_at < :before AND deleted_at IS NULL
            ORDER BY seen_at LIMIT :most FOR UPDATE SKIP LOCKED
            """)
    List<Long> lockUnseen(String network, Instant before, int most);

    /// What ties them to their copies, which are kept.
    @Query("UPDATE post SET link_key = NULL, copy_of = NULL WHERE id IN (:ids)")
    void forgetLinks(List<Long> ids);

    @Query("DELETE FROM post_markup WHERE kept_at < :before LIMIT :most")
    int deleteMarkup(Instant before, int most);

    @Query("DELETE FROM post_markup WHERE post_id IN (:ids)")
    void deleteMarkup(List<Long> ids);

    @Query("DELETE FROM post_revision WHERE post_id IN (:ids)")
    void deleteRevisions(List<Long> ids);

    /// What a reader saw goes, and who wrote it; that there was a post stays.
    @Query(
            """
            UPDATE post SET title = NULL, text = '', content_key = SHA2('', 256), url = NULL,
              author_handle = NULL, author_name = NULL, author_url = NULL, followers = NULL,
              reposts = NULL, deleted_at = :now, look_at = NULL
            WHERE id IN (:ids) AND deleted_at IS NULL
            """)
    int bury(List<Long> ids, Instant now);

    /// What tells how alike they are to others.
    @Query(
            """
            DELETE g FROM cause_signature g JOIN mention m ON m.id = g.mention_id
            WHERE m.post_id IN (:ids)
            """)
    void deleteSignatures(List<Long> ids);

    /// Mentions of posts that are there, with their cases.
    @Query(
            """
            SELECT m.id, m.brand_id, m.case_id
            FROM mention m JOIN post p ON p.id = m.post_id
            WHERE p.id IN (:ids) AND p.deleted_at IS NULL AND m.case_id IS NOT NULL
            """)
    List<InCase> findInCases(List<Long> ids);

    @Introspected
    record InCase(long id, long brandId, long caseId) {}
}
