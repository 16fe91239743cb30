package firsthour.scoring;

import firsthour.brand.Brand;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Weeks are passed as text, `2026-11-16`: a driver binds a date in the zone of this JVM.
@JdbcRepository(dialect = Dialect.MYSQL)
interface SpotCheckRows extends GenericRepository<Brand, Long> {

    /// Whether a mention of a stretch of time is still to be decided about.
    @Query(
            """
            SELECT EXISTS (
              SELECT 1 FROM mention
              WHERE brand_id = :brandId AND detected_at >= :from AND detected_at < :to
                AND verdict IS NULL)
            """)
    boolean isUndecided(long brandId, Instant from, Instant to);

    @Query(
            """
            SELECT EXISTS (
              SELECT 1 FROM spot_check_draw WHERE brand_id = :brandId AND week = :week)
            """)
    boolean isDrawn(long brandId, String week);

    /// Of several nodes one makes the draw.
    @Query(
            """
            INSERT IGNORE INTO spot_check_draw (brand_id, week, drawn_at, pool)
            VALUES (:brandId, :week, :now, 0)
            """)
    int open(long brandId, String week, Instant now);

    /// Draws among the mentions that were not flagged, those included in which a person found a
    /// complaint since: what is known already need not be asked. The order is a hash of brand, week
    /// and mention, so that nobody chooses and a repeated draw is the same.
    @Query(
            """
            INSERT IGNORE INTO spot_check (mention_id, brand_id, week, label, labelled_at)
            SELECT h.mention_id, h.brand_id, :week,
              CASE h.complaint WHEN TRUE THEN 'COMPLAINT' WHEN FALSE THEN 'FINE' END,
              IF(h.complaint IS NULL, NULL, :now)
            FROM human_judgement h
            WHERE h.brand_id = :brandId AND h.detected_at >= :from AND h.detected_at < :to
              AND h.left_out
            ORDER BY MD5(CONCAT_WS('/', h.brand_id, :week, h.mention_id)) LIMIT :most
            """)
    int draw(long brandId, String week, Instant from, Instant to, Instant now, int most);

    /// Keeps from how many it was drawn.
    @Query(
            """
            UPDATE spot_check_draw SET pool = (
              SELECT COUNT(*) FROM human_judgement h
              WHERE h.brand_id = :brandId AND h.detected_at >= :from AND h.detected_at < :to
                AND h.left_out)
            WHERE brand_id = :brandId AND week = :week
            """)
    void setPool(long brandId, String week, Instant from, Instant to);

    /// The next one to ask about, the newest week first; in the order of the draw, so that a check
    /// that was left half done was left by chance.
    @Query(
            """
            SELECT m.id AS mention_id, p.network, p.title, p.text, p.author_handle, p.url,
              p.language, p.rating, p.published_at, p.deleted_at
            FROM spot_check s
            JOIN mention m ON m.id = s.mention_id
            JOIN post p ON p.id = m.post_id
            WHERE s.brand_id = :brandId AND s.label IS NULL
            ORDER BY s.week DESC, MD5(CONCAT_WS('/', s.brand_id, s.week, s.mention_id)) LIMIT 1
            """)
    Optional<SpotCheckRow> findNext(long brandId);

    @Query("SELECT COUNT(*) FROM spot_check WHERE brand_id = :brandId AND label IS NULL")
    int countWaiting(long brandId);

    @Query("SELECT brand_id FROM spot_check WHERE mention_id = :mentionId")
    Optional<Long> findBrand(long mentionId);

    @Query(
            """
            UPDATE spot_check SET label = :label, member_id = :memberId, labelled_at = :now
            WHERE mention_id = :mentionId AND label IS NULL
            """)
    int label(long mentionId, String label, long memberId, Instant now);

    /// What this person said; empty where this person has said nothing.
    @Query(
            """
            SELECT label, correction_id FROM spot_check
            WHERE mention_id = :mentionId AND member_id = :memberId AND label IS NOT NULL
            FOR UPDATE
            """)
    Optional<Said> lockSaid(long mentionId, long memberId);

    @Query("UPDATE spot_check SET correction_id = :correctionId WHERE mention_id = :mentionId")
    void setCorrection(long mentionId, long correctionId);

    /// What a person said.
    ///
    /// @param correctionId the correction that was made by it; null where none was, or it is gone
    @Introspected
    record Said(String label, @Nullable Long correctionId) {}

    @Query(
            """
            UPDATE spot_check
            SET label = NULL, member_id = NULL, labelled_at = NULL, correction_id = NULL
            WHERE mention_id = :mentionId AND member_id = :memberId
            """)
    void unlabel(long mentionId, long memberId);
}
