package firsthour.response;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PresenceRows extends GenericRepository<ReplyRow, Long> {

    /// Nobody sits down at a case that there is not.
    @Query(
            """
            INSERT INTO looking (seat, case_id, member_id, seen_at)
            SELECT :seat, id, :member, :now FROM cases WHERE id = :about
            """)
    int sit(String seat, long about, long member, Instant now);

    @Query("UPDATE looking SET seen_at = :now WHERE seat IN (:seats)")
    int stay(Collection<String> seats, Instant now);

    @Query("DELETE FROM looking WHERE seat = :seat")
    int leave(String seat);

    /// What a crash left behind.
    @Query("DELETE FROM looking WHERE seen_at < :before")
    int forget(Instant before);

    @Query(
            """
            SELECT DISTINCT l.case_id, m.id AS member_id, m.name FROM looking l
            JOIN member m ON m.id = l.member_id
            WHERE l.case_id IN (:about) AND l.seen_at > :since
            ORDER BY m.name, m.id
            """)
    List<PresenceRow> findLooking(Collection<Long> about, Instant since);

    /// Makes the row of a case that nobody has ever written to.
    @Query(
            """
            INSERT IGNORE INTO drafting (case_id, member_id, since, until)
            SELECT id, :member, :now, :now FROM cases WHERE id = :about
            """)
    int ensure(long about, long member, Instant now);

    /// Takes or renews the lease: it changes one row, or none where somebody else has it.
    @Query(
            """
            UPDATE drafting SET since = IF(member_id = :member AND until > :now, since, :now),
              member_id = :member, until = :end
            WHERE case_id = :about
              AND (member_id = :member OR until <= :now
                OR NOT EXISTS (SELECT 1 FROM cases c JOIN member m ON m.id = drafting.member_id
                  WHERE c.id = drafting.case_id
                    AND (c.assignee_id IS NULL OR c.assignee_id = m.id
                OR m.role IN ('MANAGER', 'ADMIN'))))
            """)
    int take(long about, long member, Instant now, Instant end);

    @Query(
            """
            UPDATE drafting SET until = :now
            WHERE case_id = :about AND member_id = :member AND until > :now
            """)
    int give(long about, long member, Instant now);

    @Query(
            """
            SELECT d.case_id, d.member_id, m.name, d.since FROM drafting d
            JOIN member m ON m.id = d.member_id
            JOIN cases c ON c.id = d.case_id
            WHERE d.case_id IN (:about) AND d.until > :now
              AND (c.assignee_id IS NULL OR c.assignee_id = m.id
                OR m.role IN ('MANAGER', 'ADMIN'))
            """)
    List<Drafter> findDrafters(Collection<Long> about, Instant now);

    /// Who writes an answer.
    @Introspected
    record Drafter(long caseId, long memberId, String name, Instant since) {}
}
