package firsthour.triage;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What routing reads of other rooms' tables in one go, and what it writes on cases.
@JdbcRepository(dialect = Dialect.MYSQL)
interface RoutingRows extends GenericRepository<CaseRow, Long> {

    /// What rules ask of a case.
    String CASES =
            """
            SELECT c.id AS case_id, c.brand_id, c.network, c.kind, c.opened_at, c.closed_at,
              p.followers, p.reposts, j.topics, COALESCE(j.language, p.language) AS language,
              j.severity,
              IF(c.network IN (:namesOnly), 0,
                (SELECT COUNT(*) FROM post q
                 JOIN mention n ON n.post_id = q.id AND n.brand_id = c.brand_id
                 WHERE q.network = c.network AND q.author_handle = c.author_handle
                   AND q.id <> p.id AND q.published_at <= p.published_at)) AS earlier_posts,
              EXISTS (SELECT 1 FROM vip_author v
                WHERE v.brand_id = c.brand_id AND v.network = c.network
                  AND v.handle = LOWER(TRIM(LEADING '@' FROM c.author_handle))) AS vip
            FROM cases c
            JOIN mention m ON m.id = c.mention_id
            JOIN post p ON p.id = m.post_id
            LEFT JOIN score j ON j.mention_id = m.id
            """;

    /// Waits until no other node gives cases to people; the turn ends with the transaction.
    @Query("SELECT id FROM routing_turn WHERE id = 1 FOR UPDATE")
    int takeTurn();

    @Query(
            CASES
                    + """
                    WHERE c.id = :caseId
                    """)
    Optional<RoutedRow> find(long caseId, List<String> namesOnly);

    /// The cases that were opened since an instant, in the order in which they were.
    @Query(
            CASES
                    + """
                    WHERE c.opened_at >= :since
                    ORDER BY c.opened_at, c.id
                    LIMIT :most
                    """)
    List<RoutedRow> findOpenedSince(Instant since, int most, List<String> namesOnly);

    /// Who is here, may work cases, belongs to the team and has the skill, where they are asked.
    @Query(
            """
            SELECT m.id AS member_id, m.name,
              (SELECT COUNT(*) FROM cases c WHERE c.state = 'OPEN' AND c.assignee_id = m.id)
                AS open_cases,
              COALESCE(a.capacity, :usual) AS capacity, t.at AS last_at
            FROM member m
            LEFT JOIN availability a ON a.member_id = m.id
            LEFT JOIN assignment_turn t ON t.member_id = m.id
            WHERE m.active AND m.role <> 'VIEWER'
              AND NOT (a.away_since IS NOT NULL AND a.away_since <= :now
                AND (a.away_until IS NULL OR a.away_until > :now))
              AND (:team IS NULL OR EXISTS (
                SELECT 1 FROM team_member b WHERE b.team_id = :team AND b.member_id = m.id))
              AND (:skill IS NULL OR EXISTS (
                SELECT 1 FROM member_skill s WHERE s.member_id = m.id AND s.skill = :skill))
            ORDER BY m.id
            """)
    List<Candidate> findCandidates(
            @Nullable Long team, @Nullable String skill, Instant now, int usual);

    @Query(
            """
            UPDATE cases SET team_id = :team, routing_reason = :words WHERE id = :id
            """)
    int send(long id, @Nullable Long team, String words);

    @Query(
            """
            UPDATE cases SET assignee_id = :member, claimed_at = :now, unattended_at = NULL,
              version = version + 1
            WHERE id = :id AND state = 'OPEN' AND assignee_id IS NULL
            """)
    int assign(long id, long member, Instant now);

    @Query(
            """
            INSERT INTO assignment_turn (member_id, at) VALUES (:member, :now)
            ON DUPLICATE KEY UPDATE at = :now
            """)
    void noteTurn(long member, Instant now);
}
