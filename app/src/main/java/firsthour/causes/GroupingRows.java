package firsthour.causes;

import firsthour.brand.Networks;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What tells which cases are about the same.
@JdbcRepository(dialect = Dialect.MYSQL)
interface GroupingRows extends GenericRepository<CauseRow, Long> {

    /// Waits until no other node groups cases of the brand; the turn ends with the transaction.
    @Query(
            """
            INSERT INTO cause_turn (brand_id) VALUES (:brandId)
            ON DUPLICATE KEY UPDATE brand_id = VALUES(brand_id)
            """)
    void takeTurn(long brandId);

    @Query(
            """
            SELECT m.post_id, m.brand_id, m.case_id, b.name AS brand_name, b.zone
            FROM mention m JOIN brand b ON b.id = m.brand_id
            WHERE m.id = :mentionId AND m.case_id IS NOT NULL
            """)
    Optional<Written> findWritten(long mentionId);

    /// A post's words, which nobody takes away while the transaction lasts; empty where they were.
    @Query(
            """
            SELECT CONCAT_WS(' ', title, text) FROM post
            WHERE id = :postId AND deleted_at IS NULL LOCK IN SHARE MODE
            """)
    Optional<String> lockWords(long postId);

    /// Forgets what a post was like before it was edited.
    @Query("DELETE FROM cause_signature WHERE mention_id = :mentionId")
    void dropSignature(long mentionId);

    @Query(
            """
            INSERT INTO cause_signature (mention_id, brand_id, signature, signed_at)
            VALUES (:mentionId, :brandId, :signature, :now)
            """)
    void sign(long mentionId, long brandId, String signature, Instant now);

    @Query(
            """
            INSERT INTO cause_band (mention_id, band, brand_id, hash)
            VALUES (:mentionId, :band, :brandId, :hash)
            """)
    void addBand(long mentionId, int band, long brandId, long hash);

    /// Other cases of the brand with a post that shares a band with this one, the newest first.
    @Query(
            """
            SELECT c.id AS case_id, s.signature, c.cause_id, c.cause_by_hand AS by_hand,
              u.closed_at IS NOT NULL AS closed,
            """
                    + Networks.VOICE
                    + """
                     AS voice
                    FROM (
                      SELECT DISTINCT o.mention_id FROM cause_band b
                      JOIN cause_band o ON o.brand_id = b.brand_id AND o.band = b.band
                        AND o.hash = b.hash AND o.mention_id <> b.mention_id
                      WHERE b.mention_id = :mentionId
                    ) f
                    JOIN cause_signature s ON s.mention_id = f.mention_id AND s.signed_at >= :since
                    JOIN mention m ON m.id = f.mention_id
                    JOIN cases c ON c.id = m.case_id AND c.id <> :caseId
                      AND c.state NOT IN ('MERGED', 'DISMISSED')
                    LEFT JOIN cause u ON u.id = c.cause_id
                    ORDER BY f.mention_id DESC LIMIT :most
                    """)
    List<Near> findNear(
            long mentionId, long caseId, Instant since, List<String> namesOnly, int most);

    /// Who wrote a case, where they can be told apart, and the first of its topics.
    @Query(
            "SELECT "
                    + Networks.VOICE
                    + """
                     AS voice, c.kind, JSON_VALUE(g.topics, '$[0]') AS topic
                    FROM cases c LEFT JOIN score g ON g.mention_id = c.mention_id
                    WHERE c.id = :caseId
                    """)
    About getAbout(long caseId, List<String> namesOnly);

    /// The cause of a topic that goes on and was lately written about.
    @Query(
            """
            SELECT u.id FROM cause u
            WHERE u.brand_id = :brand AND u.topic = :about AND u.closed_at IS NULL
              AND EXISTS (SELECT 1 FROM cases c WHERE c.cause_id = u.id AND c.opened_at >= :since)
            ORDER BY u.id DESC LIMIT 1
            """)
    Optional<Long> findOfTopic(long brand, String about, Instant since);

    /// Complaints of a brand about a topic that no cause has, opened within a time.
    @Query(
            "SELECT c.id AS case_id, "
                    + Networks.VOICE
                    + """
                     AS voice
                    FROM cases c JOIN score g ON g.mention_id = c.mention_id
                    WHERE c.brand_id = :brand AND c.opened_at >= :since AND c.kind = 'COMPLAINT'
                      AND c.state NOT IN ('MERGED', 'DISMISSED')
                      AND c.cause_id IS NULL AND NOT c.cause_by_hand
                      AND JSON_VALUE(g.topics, '$[0]') = :about
                    ORDER BY c.id LIMIT :most
                    """)
    List<Voice> findVoices(
            long brand, String about, Instant since, List<String> namesOnly, int most);

    /// How many complaints about a topic were opened within a time, whichever cause they have.
    @Query(
            """
            SELECT COUNT(*) FROM cases c JOIN score g ON g.mention_id = c.mention_id
            WHERE c.brand_id = :brand AND c.opened_at >= :since AND c.opened_at < :before
              AND c.kind = 'COMPLAINT' AND JSON_VALUE(g.topics, '$[0]') = :about
            """)
    long count(long brand, String about, Instant since, Instant before);

    /// Whether a brand had cases that long ago: else nobody knows what is usual.
    @Query("SELECT EXISTS (SELECT 1 FROM cases WHERE brand_id = :brand AND opened_at < :before)")
    boolean isKnownSince(long brand, Instant before);

    @Query("DELETE FROM cause_signature WHERE signed_at < :before LIMIT :most")
    int forget(Instant before, int most);

    /// A post of a case.
    @Introspected
    record Written(long postId, long brandId, long caseId, String brandName, String zone) {}

    /// A case that may be about the same.
    ///
    /// @param byHand whether a person decided about its cause
    /// @param closed 1 where its cause is closed, else 0
    @Introspected
    record Near(
            long caseId,
            String signature,
            @Nullable Long causeId,
            boolean byHand,
            int closed,
            String voice) {}

    @Introspected
    record About(String voice, String kind, @Nullable String topic) {}

    @Introspected
    record Voice(long caseId, String voice) {}
}
