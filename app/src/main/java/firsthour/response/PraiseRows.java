package firsthour.response;

import static firsthour.language.Texts.t;

import firsthour.response.Outgoing.State;
import firsthour.triage.ReplyKind;
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

/// Praise, and the thanks for it.
@JdbcRepository(dialect = Dialect.MYSQL)
interface PraiseRows extends GenericRepository<PraiseRows.ThanksRow, Long> {

    String LISTED =
            """
            SELECT m.id AS mention_id, m.brand_id, b.name AS brand_name, p.network,
              COALESCE(p.author_name, p.author_handle) AS author, p.author_handle AS handle, p.title, p.text, p.url,
              p.rating, p.published_at, p.deleted_at,
              t.text AS thanks_text, t.url AS thanks_url, t.waived, t.state, t.unsure, t.detail,
              t.leased_until, t.thanked_at, w.name AS thanked_by
            """;

    String PRAISE =
            LISTED
                    + """
                    FROM mention m
                    JOIN post p ON p.id = m.post_id
                    JOIN brand b ON b.id = m.brand_id
                    LEFT JOIN thanks t ON t.mention_id = m.id
                    LEFT JOIN member w ON w.id = t.member_id
                    """;

    String WHICH =
            """
            AND m.id < :before
              AND (:which = 'ALL' OR NOT (t.state <=> 'SENT') AND p.deleted_at IS NULL)
            ORDER BY m.id DESC LIMIT :most
            """;

    /// Praise of all brands, the newest first.
    ///
    /// @param which `ALL` or `OPEN`
    @Query(PRAISE + "WHERE m.verdict = 'PRAISE' " + WHICH)
    List<Listed> list(String which, long before, int most);

    /// The same of one brand, which may have little where others have much.
    @Query(PRAISE + "WHERE m.verdict = 'PRAISE' AND m.brand_id = :about " + WHICH)
    List<Listed> listOf(long about, String which, long before, int most);

    /// Praise for which somebody was thanked, the newest first: what people did is less than what
    /// is praised.
    ///
    /// @param about the brand; 0 for all
    @Query(
            LISTED
                    + """
                    FROM thanks t
                    STRAIGHT_JOIN mention m ON m.id = t.mention_id
                    JOIN post p ON p.id = m.post_id
                    JOIN brand b ON b.id = m.brand_id
                    LEFT JOIN member w ON w.id = t.member_id
                    WHERE t.state = 'SENT' AND t.mention_id < :before AND m.verdict = 'PRAISE'
                      AND (:about = 0 OR t.brand_id = :about)
                    ORDER BY t.mention_id DESC LIMIT :most
                    """)
    List<Listed> listThanked(long about, long before, int most);

    @Query(PRAISE + "WHERE m.id = :mention AND (m.verdict = 'PRAISE' OR t.mention_id IS NOT NULL)")
    Optional<Listed> find(long mention);

    @Query(
            """
            SELECT p.id AS post_id, p.source_id, p.external_id, p.url, p.author_handle
            FROM mention m JOIN post p ON p.id = m.post_id
            WHERE m.id = :mention AND p.deleted_at IS NULL
            """)
    Optional<OutgoingRows.Answered> findAnswered(long mention);

    @Query("SELECT * FROM thanks WHERE mention_id = :mention FOR UPDATE")
    Optional<ThanksRow> lock(long mention);

    /// Keeps the intent, once.
    @Query(
            """
            INSERT IGNORE INTO thanks (mention_id, brand_id, member_id, text, url, waived,
              idempotency_key, state, leased_until, created_at, thanked_at)
            VALUES (:mention, :brand, :by, :words, :link, :stood, :key, :reached, :until, :now, :at)
            """)
    int add(
            long mention,
            long brand,
            long by,
            String words,
            @Nullable String link,
            @Nullable String stood,
            String key,
            State reached,
            Instant until,
            Instant now,
            @Nullable Instant at);

    /// Takes one that is not under way for another attempt; what a crash left may have arrived.
    @Query(
            """
            UPDATE thanks SET unsure = unsure OR state = 'SENDING', state = 'SENDING',
              leased_until = :until
            WHERE mention_id = :mention
              AND (state = 'FAILED' OR state = 'SENDING' AND leased_until < :now)
            """)
    int take(long mention, Instant now, Instant until);

    /// Keeps what came of an attempt.
    ///
    /// @param lease of the attempt: another one may have begun since
    @Query(
            """
            UPDATE thanks SET state = :reached, unsure = :doubt, detail = :why,
              url = COALESCE(:link, url), thanked_at = :at
            WHERE mention_id = :mention AND state = 'SENDING' AND leased_until = :lease
            """)
    int settle(
            long mention,
            Instant lease,
            State reached,
            boolean doubt,
            @Nullable String why,
            @Nullable String link,
            @Nullable Instant at);

    /// Gives one up that is not under way.
    @Query(
            """
            DELETE FROM thanks
            WHERE mention_id = :mention
              AND (state = 'FAILED' OR state = 'SENDING' AND leased_until < :now)
            """)
    int drop(long mention, Instant now);

    @MappedEntity("thanks")
    record ThanksRow(
            @Id long mentionId,
            long brandId,
            long memberId,
            String text,
            @Nullable String url,
            @Nullable String waived,
            String idempotencyKey,
            State state,
            boolean unsure,
            @Nullable String detail,
            Instant leasedUntil,
            Instant createdAt,
            @Nullable Instant thankedAt) {

        Letters.Letter letter() {
            return new Letters.Letter(idempotencyKey, text, createdAt);
        }
    }

    @Introspected
    record Listed(
            long mentionId,
            long brandId,
            String brandName,
            String network,
            @Nullable String author,
            @Nullable String handle,
            @Nullable String title,
            String text,
            @Nullable String url,
            @Nullable Integer rating,
            Instant publishedAt,
            @Nullable Instant deletedAt,
            @Nullable String thanksText,
            @Nullable String thanksUrl,
            @Nullable String waived,
            @Nullable State state,
            @Nullable Boolean unsure,
            @Nullable String detail,
            @Nullable Instant leasedUntil,
            @Nullable Instant thankedAt,
            @Nullable String thankedBy) {

        /// @param now an attempt whose lease is over was left by a crash
        Praise praise(Instant now) {
            return new Praise(
                    mentionId,
                    brandId,
                    brandName,
                    network,
                    Optional.ofNullable(author),
                    Optional.ofNullable(title),
                    text,
                    Optional.ofNullable(url),
                    Optional.ofNullable(rating),
                    publishedAt,
                    deletedAt != null,
                    Optional.ofNullable(state).map(reached -> thank(reached, now)));
        }

        private Praise.Thank thank(State reached, Instant now) {
            var left = reached == State.SENDING && leasedUntil != null && leasedUntil.isBefore(now);
            return new Praise.Thank(
                    thankedBy == null ? t("Somebody who is gone") : thankedBy,
                    Optional.ofNullable(thankedAt),
                    Optional.ofNullable(thanksUrl),
                    Optional.ofNullable(waived),
                    new Outgoing(
                            mentionId,
                            ReplyKind.ACKNOWLEDGEMENT,
                            thanksText == null ? "" : thanksText,
                            left ? State.FAILED : reached,
                            left || Boolean.TRUE.equals(unsure),
                            detail == null ? "" : detail));
        }
    }
}
