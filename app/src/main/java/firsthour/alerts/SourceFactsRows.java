package firsthour.alerts;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SourceFactsRows extends GenericRepository<AlertRule, Long> {

    @Query(
            """
            SELECT e.type, s.name, s.network, b.name AS brand, COALESCE(b.zone, 'UTC') AS zone,
              t.last_post_at, t.last_success_at, t.refusal_detail, t.refused_at, t.alarm,
              t.access_ends_at, t.access_detail, t.permission_ends_at,
              e.at AS told_at
            FROM event_log e
                 JOIN source s ON s.id = JSON_VALUE(e.data, '$.sourceId')
                 JOIN source_state t ON t.source_id = s.id
                 LEFT JOIN brand b ON b.id = s.brand_id
            WHERE e.id = :eventId
            """)
    Optional<SourceFacts> findByEvent(long eventId);

    /// A source as it is now, and the event that is told about it.
    ///
    /// @param type SourceStopped, SourceAccessRanShort or SourceWentQuiet
    /// @param alarm null when it came back since
    /// @param accessEndsAt when access ends that could not be renewed; null where it could
    /// @param accessDetail why; null where it could
    /// @param permissionEndsAt when a permission ends that was given for a time; null where it
    ///   lasts
    @Introspected
    record SourceFacts(
            String type,
            String name,
            String network,
            @Nullable String brand,
            String zone,
            @Nullable Instant lastPostAt,
            @Nullable Instant lastSuccessAt,
            @Nullable String refusalDetail,
            @Nullable Instant refusedAt,
            @Nullable String alarm,
            @Nullable Instant accessEndsAt,
            @Nullable String accessDetail,
            @Nullable Instant permissionEndsAt,
            Instant toldAt) {}
}
