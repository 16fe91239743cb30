package firsthour.delivery;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ChannelRows extends GenericRepository<ChannelRow, Long> {

    ChannelRow save(ChannelRow row);

    Optional<ChannelRow> findById(long id);

    Optional<ChannelRow> findByName(String name);

    /// With what waits and, where something does, what the far end said last.
    @Query(
            """
            SELECT c.id, c.name, c.kind, c.shown, c.enabled, c.refused, c.next_send_at,
                   (SELECT COUNT(*) FROM delivery d
                    WHERE d.channel_id = c.id AND d.state IN ('PENDING', 'SENDING')) AS waiting,
                   (SELECT COUNT(*) FROM delivery d
                    WHERE d.channel_id = c.id AND d.state = 'FAILED') AS failed,
                   (SELECT MAX(d.sent_at) FROM delivery d
                    WHERE d.channel_id = c.id AND d.state = 'SENT') AS last_sent_at,
                   (SELECT d.last_answer FROM delivery d
                    WHERE d.channel_id = c.id AND d.state = 'PENDING' AND d.attempts > 0
                    ORDER BY d.id LIMIT 1) AS trouble
            FROM channel c ORDER BY c.name
            """)
    List<Channel> listWithState();

    /// Channels that may be sent to and have something to send.
    @Query(
            """
            SELECT c.id FROM channel c
            WHERE c.enabled AND c.refused IS NULL AND c.next_send_at <= :now
              AND EXISTS (SELECT 1 FROM delivery d
                          WHERE d.channel_id = c.id AND d.state IN ('PENDING', 'SENDING')
                            AND d.next_attempt_at <= :now)
            ORDER BY c.id
            """)
    List<Long> findDue(Instant now);

    /// Takes the channel for one request; one node succeeds.
    @Query(
            """
            UPDATE channel SET next_send_at = :until
            WHERE id = :id AND enabled AND refused IS NULL AND next_send_at <= :now
            """)
    int take(long id, Instant now, Instant until);

    /// As [#take], also while the channel is off.
    @Query("UPDATE channel SET next_send_at = :until WHERE id = :id AND next_send_at <= :now")
    int takeForTest(long id, Instant now, Instant until);

    /// Gives a taken channel back, unless its time was up and somebody else has it.
    @Query(
            """
            UPDATE channel SET next_send_at = :next WHERE id = :id AND next_send_at = :taken
            """)
    int giveBack(long id, Instant taken, Instant next);

    /// Stops the channel, unless a person changed it while the request was under way.
    @Query("UPDATE channel SET refused = :reason WHERE id = :id AND version = :version")
    int refuse(long id, long version, String reason);

    @Query(
            """
            UPDATE channel SET enabled = TRUE, refused = NULL, version = version + 1 WHERE id = :id
            """)
    int enable(long id);

    @Query("UPDATE channel SET enabled = FALSE, version = version + 1 WHERE id = :id")
    int disable(long id);

    @Query(
            """
            UPDATE channel SET url = :url, shown = :shown, refused = NULL, version = version + 1
            WHERE id = :id
            """)
    int changeUrl(long id, String url, String shown);

    @Query("DELETE FROM delivery WHERE channel_id = :id")
    void deleteDeliveries(long id);

    @Query("DELETE FROM channel WHERE id = :id")
    int delete(long id);
}
