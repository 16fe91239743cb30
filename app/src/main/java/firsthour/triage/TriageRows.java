package firsthour.triage;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What triage reads of other rooms' tables in one go, and the verdicts that it writes.
@JdbcRepository(dialect = Dialect.MYSQL)
interface TriageRows extends GenericRepository<CaseRow, Long> {

    @Query("SELECT DISTINCT brand_id FROM mention WHERE state = 'JUDGED'")
    List<Long> findBrandsToTriage();

    /// Waits until no other node decides about the brand; the turn ends with the transaction.
    @Query(
            """
            INSERT INTO triage_turn (brand_id) VALUES (:brandId)
            ON DUPLICATE KEY UPDATE brand_id = VALUES(brand_id)
            """)
    void takeTurn(long brandId);

    /// The same for the brand of a case. Triage locks mentions and cases as it comes to them: a
    /// deed that locks a case and then more of what triage locks takes the turn before the case.
    default void takeTurnOfCase(long caseId) {
        findBrandOf(caseId).ifPresent(this::takeTurn);
    }

    @Query("SELECT brand_id FROM cases WHERE id = :caseId")
    Optional<Long> findBrandOf(long caseId);

    @Query(
            """
            SELECT id FROM mention
            WHERE state = 'JUDGED' AND brand_id = :brandId AND id > :after
            ORDER BY id LIMIT :most
            FOR UPDATE SKIP LOCKED
            """)
    List<Long> lockJudged(long brandId, long after, int most);

    @Query("SELECT id FROM mention WHERE id = :id AND state = 'JUDGED' FOR UPDATE SKIP LOCKED")
    Optional<Long> lockJudged(long id);

    @Query(
            """
            SELECT m.id AS mention_id, m.post_id, m.brand_id, m.case_id, m.published_at,
              m.detected_at, m.judged_again,
              b.threshold, b.look_reviews, b.look_posts, b.inquiries,
              p.network, p.author_handle, p.followers, p.reposts, p.rating, p.title, p.text,
              p.in_reply_to, p.reply_key, p.copy_of, p.history, m.late,
              o.bot AS own_account,
              j.polarity, j.negative, j.positive, j.complaint, j.severity, j.language, j.flags,
              k.polarity AS corrected, k.corrected_at
            FROM mention m
            JOIN brand b ON b.id = m.brand_id
            JOIN post p ON p.id = m.post_id
            LEFT JOIN own_account o ON o.brand_id = m.brand_id AND o.network = p.network
              AND o.handle = LOWER(TRIM(LEADING '@' FROM p.author_handle))
            LEFT JOIN score j ON j.mention_id = m.id
            LEFT JOIN correction k
              ON k.id = (SELECT MAX(id) FROM correction WHERE mention_id = m.id)
            WHERE m.id IN (:ids)
            ORDER BY m.id
            """)
    List<FactsRow> findFacts(List<Long> ids);

    @Query("SELECT handle FROM own_account WHERE brand_id = :brandId AND network = :network")
    List<String> findOwnHandles(long brandId, String network);

    @Query(
            """
            SELECT COUNT(*) FROM post p
            JOIN mention m ON m.post_id = p.id AND m.brand_id = :brandId
            WHERE p.network = :network AND p.author_handle = :author AND p.id <> :postId
              AND p.published_at <= (SELECT published_at FROM post WHERE id = :postId)
            """)
    int countEarlier(long brandId, String network, String author, long postId);

    /// The stored post with this id on a network.
    @Query(
            """
            SELECT p.id, p.in_reply_to, p.reply_key, p.copy_of, m.case_id
            FROM source s
            JOIN post p ON p.source_id = s.id AND p.external_id = :externalId
            LEFT JOIN mention m ON m.post_id = p.id AND m.brand_id = :brandId
            WHERE s.network = :network
            ORDER BY m.case_id IS NULL, p.id LIMIT 1
            """)
    Optional<Ancestor> findByExternalId(long brandId, String network, String externalId);

    /// The first stored post with this link.
    @Query(
            """
            SELECT p.id, p.in_reply_to, p.reply_key, p.copy_of, m.case_id
            FROM post p
            LEFT JOIN mention m ON m.post_id = p.id AND m.brand_id = :brandId
            WHERE p.link_key = :linkKey
            ORDER BY m.case_id IS NULL, p.id LIMIT 1
            """)
    Optional<Ancestor> findByLink(long brandId, String linkKey);

    @Query(
            """
            SELECT p.id, p.in_reply_to, p.reply_key, p.copy_of, m.case_id
            FROM post p
            LEFT JOIN mention m ON m.post_id = p.id AND m.brand_id = :brandId
            WHERE p.id = :postId
            """)
    Optional<Ancestor> findByPostId(long brandId, long postId);

    @Query(
            """
            UPDATE mention SET state = 'TRIAGED', judged_again = FALSE, verdict = :verdict,
              reason = :reason, case_id = :caseId, thanks = :grateful
            WHERE id = :id
            """)
    int decide(long id, Verdict verdict, String reason, @Nullable Long caseId, boolean grateful);

    /// Keeps the verdict of before.
    @Query(
            """
            UPDATE mention SET state = 'TRIAGED', judged_again = FALSE, thanks = :grateful
            WHERE id = :id
            """)
    int keep(long id, boolean grateful);

    /// Has signs looked for that a customer was won back, or that what was one is none.
    @Query(
            """
            INSERT INTO recovery_look (mention_id)
            SELECT m.id FROM mention m
            WHERE m.id = :id AND (m.case_id IS NOT NULL OR m.verdict = 'PRAISE'
              OR EXISTS (SELECT 1 FROM recovery_sign s WHERE s.mention_id = m.id))
            """)
    void lookForSigns(long id);

    @Query(
            "INSERT IGNORE INTO found_reply (post_id, brand_id, bot) VALUES (:postId, :brandId, :bot)")
    void addFoundReply(long postId, long brandId, boolean bot);

    /// A post further up in a thread.
    @Introspected
    record Ancestor(
            long id,
            @Nullable String inReplyTo,
            @Nullable String replyKey,
            @Nullable Long copyOf,
            @Nullable Long caseId) {}
}
