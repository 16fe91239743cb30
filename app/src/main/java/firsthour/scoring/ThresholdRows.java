package firsthour.scoring;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ThresholdRows extends GenericRepository<ThresholdMove, Long> {
    ThresholdMove save(ThresholdMove move);

    /// Newest first.
    List<ThresholdMove> findByBrandIdOrderByIdDesc(long brandId);

    @Query(
            """
            SELECT * FROM threshold_move WHERE brand_id = :brandId AND undone_at IS NULL
            ORDER BY id DESC LIMIT 1
            """)
    Optional<ThresholdMove> findStanding(long brandId);

    @Query(
            """
            UPDATE threshold_move SET undone_by = :memberId, undone_at = :now
            WHERE id = :id
            """)
    void undo(long id, long memberId, Instant now);

    /// The newest mentions that people judged and whose words decided: a low rating makes a case
    /// whatever the threshold. The numbers are those of the score as it stands now, so that they
    /// are the present model's once it has judged again.
    @Query(
            """
            SELECT GREATEST(COALESCE(s.negative, 0), COALESCE(s.complaint, 0)) AS probability,
              h.complaint, h.way
            FROM human_judgement h
            JOIN score s ON s.mention_id = h.mention_id
            JOIN mention m ON m.id = h.mention_id
            JOIN post p ON p.id = m.post_id
            WHERE h.brand_id = :brandId AND h.complaint IS NOT NULL
              AND COALESCE(s.negative, s.complaint) IS NOT NULL AND COALESCE(p.rating, 5) > 2
            ORDER BY h.mention_id DESC LIMIT :most
            """)
    List<Labelled> findLabelled(long brandId, int most);

    /// The probabilities of the newest mentions.
    @Query(
            """
            SELECT GREATEST(COALESCE(s.negative, 0), COALESCE(s.complaint, 0))
            FROM mention m JOIN score s ON s.mention_id = m.id
            WHERE m.brand_id = :brandId AND COALESCE(s.negative, s.complaint) IS NOT NULL
            ORDER BY m.id DESC LIMIT :most
            """)
    List<Double> findLatest(long brandId, int most);

    /// A judgement of a person.
    ///
    /// @param complaint 1 or 0
    /// @param way as [Recalibration.Way]
    @Introspected
    record Labelled(double probability, int complaint, String way) {
        Recalibration.Label label() {
            return new Recalibration.Label(
                    probability, complaint == 1, Recalibration.Way.valueOf(way));
        }
    }
}
