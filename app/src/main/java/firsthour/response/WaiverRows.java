package firsthour.response;

import firsthour.response.check.Concern;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface WaiverRows extends GenericRepository<Waiver, Long> {

    Waiver save(Waiver waiver);

    /// Whether what is promised on a case is written down: in the register, or where its writer
    /// said that it is.
    @Query(
            """
            SELECT EXISTS (SELECT 1 FROM promise WHERE case_id = :caseId AND state = 'OPEN')
              OR EXISTS (SELECT 1 FROM waiver w JOIN cases c ON c.id = w.case_id
                WHERE w.case_id = :caseId AND w.concern = 'PROMISE'
                  AND w.waived_at >= c.episode_started_at)
            """)
    boolean isPromiseRecorded(long caseId);

    @Query("UPDATE waiver SET reply_id = :said WHERE outgoing_id = :sent")
    int tie(long sent, long said);

    @Query(
            """
            SELECT w.concern, w.reason, w.waived_at, m.name AS member_name
            FROM waiver w LEFT JOIN member m ON m.id = w.member_id
            WHERE w.case_id = :caseId ORDER BY w.id
            """)
    List<Named> findNamed(long caseId);

    /// With the name of who gave it.
    @Introspected
    record Named(Concern concern, String reason, Instant waivedAt, @Nullable String memberName) {}
}
