package firsthour.intake;

import firsthour.brand.AccessEnds;
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

@JdbcRepository(dialect = Dialect.MYSQL)
interface SourceStates extends GenericRepository<SourceStates.State, Long> {

    /// Makes sources that were added since known to the schedule; their first pull is due.
    ///
    /// @param pushed the networks that are never pulled
    @Query(
            """
            INSERT IGNORE INTO source_state (source_id, next_pull_at)
            SELECT id, :now FROM source WHERE network NOT IN (:pushed)
            """)
    void register(Instant now, List<String> pushed);

    @Query(
            """
            SELECT s.id FROM source s JOIN source_state t ON t.source_id = s.id
            WHERE s.enabled AND t.next_pull_at <= :now AND s.network NOT IN (:notPulled)
              AND (t.leased_until IS NULL OR t.leased_until <= :now)
            ORDER BY t.next_pull_at LIMIT :most
            """)
    List<Long> findDue(Instant now, List<String> notPulled, int most);

    /// Streams that nobody listens to. Files are never due.
    @Query(
            """
            SELECT s.id FROM source s JOIN source_state t ON t.source_id = s.id
            WHERE s.enabled AND t.next_pull_at <= :now AND s.network IN (:notPulled)
              AND (t.leased_until IS NULL OR t.leased_until <= :now)
            ORDER BY t.next_pull_at
            """)
    List<Long> findDueStreams(Instant now, List<String> notPulled);

    /// Takes a source for one pull; 0 when another node was first.
    @Query(
            """
            UPDATE source_state SET leased_until = :until
            WHERE source_id = :sourceId AND next_pull_at <= :now
              AND (leased_until IS NULL OR leased_until <= :now)
            """)
    int claim(long sourceId, Instant now, Instant until);

    /// Holds a source for longer; 0 when the lease had ended and another node has it now.
    @Query(
            """
            UPDATE source_state SET leased_until = :until
            WHERE source_id = :sourceId AND leased_until = :lease
            """)
    int prolong(long sourceId, Instant lease, Instant until);

    @Query(
            "SELECT checkpoint FROM source_checkpoint"
                    + " WHERE source_id = :sourceId AND search_key = :searchKey")
    Optional<String> findCheckpoint(long sourceId, String searchKey);

    @Query(
            """
            INSERT INTO source_checkpoint (source_id, search_key, checkpoint)
            VALUES (:sourceId, :searchKey, :checkpoint)
            ON DUPLICATE KEY UPDATE checkpoint = VALUES(checkpoint)
            """)
    void keepCheckpoint(long sourceId, String searchKey, String checkpoint);

    @Query(
            """
            INSERT INTO source_state (source_id, last_post_at) VALUES (:sourceId, :publishedAt)
            ON DUPLICATE KEY UPDATE
              last_post_at = GREATEST(COALESCE(last_post_at, :publishedAt), :publishedAt)
            """)
    void sawPost(long sourceId, Instant publishedAt);

    /// Another system sent something.
    @Query(
            """
            INSERT INTO source_state (source_id, last_success_at) VALUES (:sourceId, :now)
            ON DUPLICATE KEY UPDATE last_success_at = :now
            """)
    void wasSent(long sourceId, Instant now);

    /// Ends a turn, unless the source is another node's by now.
    @Query(
            """
            UPDATE source_state SET leased_until = NULL, next_pull_at = :next,
              last_success_at = :now, asked = :asked, refusal_kind = NULL, refusal_detail = NULL,
              refused_at = NULL, refusals_in_row = 0,
              budget_remaining = :remaining, budget_resets_at = :resetsAt,
              access_ends_at = :accessEndsAt, access_detail = :accessDetail
            WHERE source_id = :sourceId AND leased_until = :lease
            """)
    void succeeded(
            long sourceId,
            Instant lease,
            Instant now,
            Instant next,
            String asked,
            @Nullable Long remaining,
            @Nullable Instant resetsAt,
            @Nullable Instant accessEndsAt,
            @Nullable String accessDetail);

    /// Keeps until when a person has just allowed access; what was told before is past.
    ///
    /// @param until null where it lasts
    @Query(
            """
            UPDATE source_state SET permission_ends_at = :until, access_ends_at = NULL,
              access_detail = NULL
            WHERE source_id = :sourceId
            """)
    void keepPermissionEnd(long sourceId, @Nullable Instant until);

    /// Notes in a turn that the source brings something, unless it is another node's by now.
    @Query(
            """
            UPDATE source_state SET last_success_at = :now, asked = :asked, refusal_kind = NULL,
              refusal_detail = NULL, refused_at = NULL, refusals_in_row = 0
            WHERE source_id = :sourceId AND leased_until = :lease
            """)
    void goesWell(long sourceId, Instant lease, Instant now, String asked);

    /// Ends a turn without a word, unless the source is another node's by now.
    @Query(
            """
            UPDATE source_state SET leased_until = NULL, next_pull_at = :now
            WHERE source_id = :sourceId AND leased_until = :lease
            """)
    void leave(long sourceId, Instant lease, Instant now);

    @Query(
            """
            UPDATE source_state SET gap_from = :since, gap_until = :until
            WHERE source_id = :sourceId
            """)
    void keepGap(long sourceId, Instant since, Instant until);

    /// Ends a turn, unless the source is another node's by now. Of refusals in a row the last one
    /// is told, and since when there were any.
    @Query(
            """
            UPDATE source_state SET leased_until = NULL, next_pull_at = :next,
              asked = COALESCE(:asked, asked),
              refusal_kind = :kind, refusal_detail = :detail,
              refused_at = IF(refusals_in_row = 0, :now, refused_at),
              refusals_in_row = refusals_in_row + 1,
              budget_remaining = COALESCE(:remaining, budget_remaining),
              budget_resets_at = COALESCE(:resetsAt, budget_resets_at)
            WHERE source_id = :sourceId AND leased_until = :lease
            """)
    void refused(
            long sourceId,
            Instant lease,
            Instant now,
            Instant next,
            @Nullable String asked,
            String kind,
            String detail,
            @Nullable Long remaining,
            @Nullable Instant resetsAt);

    @Query("SELECT refusals_in_row FROM source_state WHERE source_id = :sourceId")
    int getRefusalsInRow(long sourceId);

    /// Makes a source due; nothing where it never is. Whoever pulls it now goes on.
    @Query(
            """
            UPDATE source_state SET next_pull_at = :now
            WHERE source_id = :sourceId AND next_pull_at IS NOT NULL
            """)
    void hurry(long sourceId, Instant now);

    @Query(
            """
            SELECT s.id, s.name, s.network, s.enabled, s.created_at, b.name AS brand_name,
              b.zone AS brand_zone, t.alarm, t.next_pull_at, t.last_success_at, t.last_post_at,
              t.asked, t.refusal_kind, t.refusal_detail, t.refused_at, t.budget_remaining, t.budget_resets_at, t.gap_from, t.gap_until,
              t.access_ends_at, t.access_detail, t.permission_ends_at
            FROM source s LEFT JOIN source_state t ON t.source_id = s.id
              LEFT JOIN brand b ON b.id = s.brand_id
            ORDER BY s.name
            """)
    List<HealthRow> listHealth();

    /// What tells whether people must know of a source; empty before its first pull.
    @Query(
            """
            SELECT last_post_at, refusal_kind, refused_at, refusals_in_row, alarm, alarm_at,
              access_ends_at, access_detail, permission_ends_at
            FROM source_state WHERE source_id = :sourceId
            """)
    Optional<Standing> findStanding(long sourceId);

    /// Sets or clears an alarm; 0 when another node was first.
    @Query(
            """
            UPDATE source_state SET alarm = NULLIF(:alarm, ''), alarm_at = :now
            WHERE source_id = :sourceId AND COALESCE(alarm, '') = :before
            """)
    int setAlarm(long sourceId, String before, String alarm, Instant now);

    @Introspected
    record Standing(
            @Nullable Instant lastPostAt,
            @Nullable String refusalKind,
            @Nullable Instant refusedAt,
            int refusalsInRow,
            @Nullable String alarm,
            @Nullable Instant alarmAt,
            @Nullable Instant accessEndsAt,
            @Nullable String accessDetail,
            @Nullable Instant permissionEndsAt) {
        AccessEnds.Ends ends(String network) {
            return new AccessEnds.Ends(network, accessEndsAt, accessDetail, permissionEndsAt);
        }
    }

    @MappedEntity("source_state")
    record State(@Id long sourceId, @Nullable Instant nextPullAt) {}

    @Introspected
    record HealthRow(
            long id,
            String name,
            String network,
            boolean enabled,
            Instant createdAt,
            @Nullable String brandName,
            @Nullable String brandZone,
            @Nullable String alarm,
            @Nullable Instant nextPullAt,
            @Nullable Instant lastSuccessAt,
            @Nullable Instant lastPostAt,
            @Nullable String asked,
            @Nullable String refusalKind,
            @Nullable String refusalDetail,
            @Nullable Instant refusedAt,
            @Nullable Long budgetRemaining,
            @Nullable Instant budgetResetsAt,
            @Nullable Instant gapFrom,
            @Nullable Instant gapUntil,
            @Nullable Instant accessEndsAt,
            @Nullable String accessDetail,
            @Nullable Instant permissionEndsAt) {}
}
