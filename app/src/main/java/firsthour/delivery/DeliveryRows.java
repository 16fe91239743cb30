package firsthour.delivery;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DeliveryRows extends GenericRepository<DeliveryRow, Long> {

    /// Writes a delivery once: the same key again changes nothing.
    @Query(
            """
            INSERT IGNORE INTO delivery
                (channel_id, idempotency_key, rule, event_id, state, next_attempt_at, created_at)
            VALUES (:channelId, :key, :rule, :eventId, 'PENDING', :now, :now)
            """)
    int add(long channelId, String key, String rule, @Nullable Long eventId, Instant now);

    Optional<DeliveryRow> findById(long id);

    Optional<DeliveryRow> findByIdempotencyKey(String key);

    @Query(
            """
            SELECT * FROM delivery
            WHERE channel_id = :channelId AND state IN ('PENDING', 'SENDING')
              AND next_attempt_at <= :now
            ORDER BY id LIMIT 1
            """)
    Optional<DeliveryRow> findOldestDue(long channelId, Instant now);

    /// Records that a request is about to be made. Found in SENDING, an earlier one ended in a
    /// crash: whether it arrived is not known. (Assignments run from left to right.)
    @Query(
            """
            UPDATE delivery SET unsure = (unsure OR state = 'SENDING'), state = 'SENDING',
                   attempts = attempts + 1, next_attempt_at = :until
            WHERE id = :id AND state IN ('PENDING', 'SENDING') AND attempts = :attempts
            """)
    int take(long id, int attempts, Instant until);

    /// Records what came of the attempt, unless a later attempt has begun.
    @Query(
            """
            UPDATE delivery SET state = :state, next_attempt_at = :nextAttemptAt,
                   unsure = :unsure, trouble_since = :troubleSince, last_answer = :answer,
                   sent_at = :sentAt
            WHERE id = :id AND state = 'SENDING' AND attempts = :attempts
            """)
    int settle(
            long id,
            int attempts,
            DeliveryState state,
            Instant nextAttemptAt,
            boolean unsure,
            @Nullable Instant troubleSince,
            String answer,
            @Nullable Instant sentAt);

    @Query(
            """
            UPDATE delivery SET state = 'PENDING', next_attempt_at = :now, trouble_since = NULL
            WHERE id = :id AND state = 'FAILED'
            """)
    int sendAgain(long id, Instant now);

    @Query(
            """
            SELECT d.id, d.channel_id, c.name AS channel, d.rule, e.case_id, d.state, d.attempts,
                   d.next_attempt_at, d.unsure, d.last_answer, d.created_at, d.sent_at
            FROM delivery d JOIN channel c ON c.id = d.channel_id
                 LEFT JOIN event_log e ON e.id = d.event_id
            WHERE :channelId = 0 OR d.channel_id = :channelId
            ORDER BY d.id DESC LIMIT :most
            """)
    List<Delivery> listNewest(long channelId, int most);
}
