package firsthour.recovery;

import static firsthour.language.Texts.t;

import firsthour.recovery.Testimonial.Ending;
import firsthour.recovery.Testimonial.Permission;
import firsthour.recovery.Testimonial.Scope;
import firsthour.recovery.Testimonial.State;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TestimonialRows extends GenericRepository<TestimonialRows.Key, Long> {

    /// A post that may become one: praise, or a sign that a customer was won back.
    @Query(
            """
            SELECT m.brand_id, p.text, p.title, p.deleted_at,
              COALESCE(m.case_id,
                (SELECT MAX(s.case_id) FROM recovery_sign s WHERE s.mention_id = m.id)) AS about_case
            FROM mention m JOIN post p ON p.id = m.post_id
            WHERE m.id = :mention AND (m.verdict = 'PRAISE'
              OR EXISTS (SELECT 1 FROM recovery_sign s WHERE s.mention_id = m.id))
            """)
    Optional<Source> findSource(long mention);

    @Query(
            """
            INSERT IGNORE INTO testimonial
              (brand_id, mention_id, case_id, quote, state, asked_by, asked_at)
            VALUES (:brand, :mention, :about, :words, 'ASKED', :by, :now)
            """)
    int add(long brand, long mention, @Nullable Long about, String words, long by, Instant now);

    /// Asks anew where it has ended.
    @Query(
            """
            UPDATE testimonial SET state = 'ASKED', quote = :words, website = FALSE, print = FALSE,
              social = FALSE, named = FALSE, expires_on = NULL, proof_url = NULL, proof = NULL,
              asked_by = :by, asked_at = :now, granted_by = NULL, granted_at = NULL,
              ended_at = NULL, ended_for = NULL, version = version + 1
            WHERE mention_id = :mention AND state IN ('WITHDRAWN', 'EXPIRED')
            """)
    int askAgain(long mention, String words, long by, Instant now);

    @Query("SELECT id FROM testimonial WHERE mention_id = :mention")
    Optional<Long> findByMention(long mention);

    /// Writes down what is allowed.
    ///
    /// @param lastDay as `2026-11-30`
    @Query(
            """
            UPDATE testimonial SET state = 'GRANTED', website = :web, print = :paper,
              social = :net, named = :byName, expires_on = :lastDay, proof_url = :link,
              proof = :note, granted_by = :by, granted_at = :now, version = version + 1
            WHERE id = :one AND version = :seen AND state IN ('ASKED', 'GRANTED')
            """)
    int grant(
            long one,
            long seen,
            boolean web,
            boolean paper,
            boolean net,
            boolean byName,
            @Nullable String lastDay,
            @Nullable String link,
            @Nullable String note,
            long by,
            Instant now);

    /// What we end ourselves was allowed until then, and the proof of it stays; who takes it back
    /// wants nothing kept.
    @Query(
            """
            UPDATE testimonial SET state = 'WITHDRAWN', quote = '', ended_at = :now,
              ended_for = :why, version = version + 1,
              proof_url = IF(:why = 'BY_CUSTOMER', NULL, proof_url),
              proof = IF(:why = 'BY_CUSTOMER', NULL, proof)
            WHERE id = :one AND version = :seen AND state IN ('ASKED', 'GRANTED')
            """)
    int withdraw(long one, long seen, Ending why, Instant now);

    /// What is over: its post is gone, or its time.
    ///
    /// @param earliest the date where the day is youngest: what ends before is over everywhere
    @Query(
            """
            SELECT t.id, t.brand_id, t.mention_id, t.case_id,
              IF(p.deleted_at IS NULL, 'EXPIRED', 'POST_DELETED') AS why, t.version
            FROM testimonial t
            JOIN mention m ON m.id = t.mention_id JOIN post p ON p.id = m.post_id
            WHERE t.state IN ('ASKED', 'GRANTED')
              AND (p.deleted_at IS NOT NULL OR t.expires_on < :earliest)
            ORDER BY t.id LIMIT :most
            """)
    List<Over> findOver(String earliest, int most);

    @Query(
            """
            UPDATE testimonial SET state = IF(:why = 'EXPIRED', 'EXPIRED', 'WITHDRAWN'),
              quote = '', ended_at = :now, ended_for = :why, version = version + 1
            WHERE id = :one AND version = :seen AND state IN ('ASKED', 'GRANTED')
            """)
    int end(long one, long seen, Ending why, Instant now);

    /// Whose proof tells of nothing any more: the post is gone, or the customer took it back.
    @Query(
            """
            SELECT t.id FROM testimonial t
            JOIN mention m ON m.id = t.mention_id JOIN post p ON p.id = m.post_id
            WHERE (p.deleted_at IS NOT NULL OR t.ended_for = 'BY_CUSTOMER')
              AND (t.proof_url IS NOT NULL OR t.proof IS NOT NULL)
            ORDER BY t.id LIMIT :most
            """)
    List<Long> findProofOfNothing(int most);

    @Query("UPDATE testimonial SET proof_url = NULL, proof = NULL WHERE id IN (:ids)")
    void forgetProof(List<Long> ids);

    String SHOWN =
            """
            SELECT t.id, t.brand_id, b.name AS brand_name, b.zone, t.mention_id, t.case_id,
              t.quote, t.state, t.website, t.print, t.social, t.named,
              CAST(t.expires_on AS CHAR) AS expires_on, t.proof_url,
              t.proof, a.name AS asked_name, t.asked_at, g.name AS granted_name, t.granted_at,
              t.ended_for, t.version, p.network,
              COALESCE(p.author_name, p.author_handle) AS author, p.url, p.title, p.text,
              GREATEST(p.edited_at, COALESCE((SELECT MAX(r.until) FROM post_revision r
                WHERE r.post_id = p.id), p.edited_at)) AS edited_at, p.deleted_at
            FROM testimonial t
            JOIN brand b ON b.id = t.brand_id
            JOIN mention m ON m.id = t.mention_id
            JOIN post p ON p.id = m.post_id
            JOIN member a ON a.id = t.asked_by
            LEFT JOIN member g ON g.id = t.granted_by
            """;

    /// The newest first.
    ///
    /// @param about the brand; 0 for all
    @Query(
            SHOWN
                    + """
                    WHERE t.id < :before AND (:about = 0 OR t.brand_id = :about)
                    ORDER BY t.id DESC LIMIT :most
                    """)
    List<Shown> list(long about, long before, int most);

    /// What was granted, whether its time is over or not.
    @Query(
            SHOWN
                    + """
                    WHERE t.state = 'GRANTED' AND (:about = 0 OR t.brand_id = :about)
                    ORDER BY t.id
                    """)
    List<Shown> listGranted(long about);

    @Query(SHOWN + "WHERE t.id = :one")
    Optional<Shown> find(long one);

    /// Those of a case, and of what was merged into it.
    @Query(
            SHOWN
                    + """
                    WHERE t.case_id IN (
                      SELECT id FROM cases WHERE id = :about OR merged_into_id = :about)
                    ORDER BY t.id
                    """)
    List<Shown> findByCase(long about);

    @MappedEntity("testimonial")
    record Key(@Id long id) {}

    @Introspected
    record Source(
            long brandId,
            String text,
            @Nullable String title,
            @Nullable Instant deletedAt,
            @Nullable Long aboutCase) {}

    @Introspected
    record Over(
            long id,
            long brandId,
            long mentionId,
            @Nullable Long caseId,
            Ending why,
            long version) {}

    @Introspected
    record Shown(
            long id,
            long brandId,
            String brandName,
            String zone,
            long mentionId,
            @Nullable Long caseId,
            String quote,
            State state,
            boolean website,
            boolean print,
            boolean social,
            boolean named,
            @Nullable String expiresOn,
            @Nullable String proofUrl,
            @Nullable String proof,
            String askedName,
            Instant askedAt,
            @Nullable String grantedName,
            @Nullable Instant grantedAt,
            @Nullable Ending endedFor,
            long version,
            String network,
            @Nullable String author,
            @Nullable String url,
            @Nullable String title,
            String text,
            @Nullable Instant editedAt,
            @Nullable Instant deletedAt) {

        /// Whether its author edited the post, the quote stands in it no longer, and nobody has
        /// written down since that it is allowed all the same.
        boolean isRewritten() {
            return !isIn(quote, title, text)
                    && (grantedAt == null || editedAt == null || !grantedAt.isAfter(editedAt));
        }

        /// What the customer allowed; nothing is said of the proof once the post is gone.
        Optional<Permission> permission() {
            if (grantedAt == null) {
                return Optional.empty();
            }
            var scopes = EnumSet.noneOf(Scope.class);
            if (website) {
                scopes.add(Scope.WEBSITE);
            }
            if (print) {
                scopes.add(Scope.PRINT);
            }
            if (social) {
                scopes.add(Scope.SOCIAL);
            }
            return Optional.of(
                    new Permission(
                            scopes,
                            named,
                            Optional.ofNullable(expiresOn).map(LocalDate::parse),
                            Optional.ofNullable(proofUrl).filter(_ -> deletedAt == null),
                            Optional.ofNullable(proof).filter(_ -> deletedAt == null),
                            grantedName == null ? t("Somebody who is gone") : grantedName,
                            grantedAt));
        }
    }

    /// Whether tidy words stand in a post.
    static boolean isIn(String words, @Nullable String title, String text) {
        return tidy(text).contains(words) || (title != null && tidy(title).contains(words));
    }

    /// Runs of white space are one space: a copied text has other line breaks.
    static String tidy(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
