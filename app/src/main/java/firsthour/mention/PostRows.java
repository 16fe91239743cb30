package firsthour.mention;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PostRows extends GenericRepository<PostRow, Long> {

    /// Lets one batch of a source in at a time, so that what is looked up stays true until it is
    /// written.
    @Query("SELECT id FROM source WHERE id = :sourceId FOR UPDATE")
    long lockSource(long sourceId);

    @Query(
            """
            SELECT id, external_id, content_key, author_handle, reposts, published_at, deleted_at
            FROM post WHERE source_id = :sourceId AND external_id IN (:externalIds)
            """)
    List<Known> findKnown(long sourceId, List<String> externalIds);

    @Query(
            """
            SELECT link_key, MIN(id) AS id FROM post
            WHERE link_key IN (:linkKeys) AND source_id <> :sourceId AND copy_of IS NULL
            GROUP BY link_key
            """)
    List<Linked> findByLink(List<String> linkKeys, long sourceId);

    @Query(
            """
            INSERT INTO post_revision (post_id, revision, title, text, rating, until)
            SELECT id, revision, title, text, rating, :until FROM post
            WHERE id = :postId AND deleted_at IS NULL
            """)
    void keepRevision(long postId, Instant until);

    @Query(
            """
            UPDATE post SET title = :title, text = :text, rating = :rating,
              content_key = :contentKey, edited_at = :editedAt, revision = revision + 1
            WHERE id = :postId AND deleted_at IS NULL
            """)
    int revise(
            long postId,
            @Nullable String title,
            String text,
            @Nullable Integer rating,
            String contentKey,
            Instant editedAt);

    @Query("UPDATE post SET reposts = :reposts WHERE id = :postId AND deleted_at IS NULL")
    void setReposts(long postId, long reposts);

    @Query("DELETE FROM post_markup WHERE post_id IN (:ids)")
    void forgetMarkup(List<Long> ids);

    /// Notes that the network showed posts; no oftener than is needed to know the day.
    @Query(
            """
            UPDATE post SET seen_at = :now
            WHERE id IN (:ids) AND seen_at < :before AND deleted_at IS NULL
            """)
    void see(Collection<Long> ids, Instant now, Instant before);

    @Query(
            """
            SELECT link_key FROM post WHERE link_key IN (:linkKeys)
            GROUP BY link_key HAVING COUNT(*) = COUNT(deleted_at)
            """)
    Set<String> findBuried(List<String> linkKeys);

    @Query("SELECT * FROM post WHERE deleted_at IS NULL ORDER BY id DESC LIMIT :most")
    List<PostRow> findLatest(int most);

    /// Posts that a query which comes late may match: neither copies nor the brand's own words.
    @Query(
            """
            SELECT p.* FROM post p
            WHERE p.id <= :upTo AND p.deleted_at IS NULL AND p.copy_of IS NULL
              AND NOT EXISTS (
                SELECT 1 FROM found_reply r WHERE r.post_id = p.id AND r.brand_id = :brandId)
            ORDER BY p.id DESC LIMIT :most
            """)
    List<PostRow> findForLate(long brandId, long upTo, int most);

    @Introspected
    record Known(
            long id,
            String externalId,
            String contentKey,
            @Nullable String authorHandle,
            @Nullable Long reposts,
            Instant publishedAt,
            @Nullable Instant deletedAt) {}

    @Introspected
    record Linked(String linkKey, long id) {}
}
