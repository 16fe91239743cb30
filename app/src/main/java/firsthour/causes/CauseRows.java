package firsthour.causes;

import firsthour.brand.Networks;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Causes and the cases that belong to them.
@JdbcRepository(dialect = Dialect.MYSQL)
interface CauseRows extends GenericRepository<CauseRow, Long> {

    /// Causes with what is counted of them: customers only where they can be told apart.
    String COUNTED =
            """
            SELECT u.id, u.brand_id, b.name AS brand_name, u.title, u.facts, u.opened_at,
              LEAST(u.opened_at, COALESCE(MIN(c.opened_at), u.opened_at)) AS since,
              u.closed_at, COUNT(c.id) AS cases, COUNT(IF(c.state = 'OPEN', 1, NULL)) AS open,
              COUNT(c.answered_at) AS answered, u.version,
              COUNT(DISTINCT
            """
                    + Networks.VOICE
                    + """
                    ) AS voices
                    FROM cause u JOIN brand b ON b.id = u.brand_id
                    LEFT JOIN cases c ON c.cause_id = u.id AND c.state <> 'MERGED'
                    """;

    /// The newest first.
    String GOING_ON_FIRST = "GROUP BY u.id ORDER BY u.closed_at IS NOT NULL, u.id DESC LIMIT :most";

    CauseRow save(CauseRow row);

    Optional<CauseRow> findById(long id);

    @Query("DELETE FROM cause WHERE id = :id")
    void drop(long id);

    @Query(COUNTED + "WHERE u.id = :id GROUP BY u.id")
    Optional<Cause.Read> find(long id, List<String> namesOnly);

    @Query(COUNTED + GOING_ON_FIRST)
    List<Cause.Read> list(List<String> namesOnly, int most);

    @Query(COUNTED + "WHERE u.brand_id = :brand\n" + GOING_ON_FIRST)
    List<Cause.Read> findByBrand(long brand, List<String> namesOnly, int most);

    /// Those of a brand that go on, the newest first: the newest, and those to which one of the
    /// last 500 cases belongs. Each page of a case shows them, so nothing is counted.
    @Query(
            """
            SELECT u.id, u.title FROM cause u
            JOIN (
              SELECT id FROM (
                SELECT id FROM cause WHERE brand_id = :brand AND closed_at IS NULL
                ORDER BY id DESC LIMIT :most
              ) newest
              UNION
              SELECT cause_id FROM (
                SELECT cause_id FROM cases WHERE brand_id = :brand
                ORDER BY opened_at DESC LIMIT 500
              ) latest
            ) f ON f.id = u.id
            WHERE u.brand_id = :brand AND u.closed_at IS NULL
            ORDER BY u.id DESC
            """)
    List<Cause.Choice> findGoingOn(long brand, int most);

    @Query(
            "SELECT id, brand_id, state, cause_id, cause_by_hand AS by_hand FROM cases WHERE id = :caseId")
    Optional<Belonging> findBelonging(long caseId);

    @Query(
            """
            UPDATE cause SET title = :title, facts = :facts, version = version + 1
            WHERE id = :id AND version = :version
            """)
    int write(long id, long version, String title, @Nullable String facts);

    @Query(
            """
            UPDATE cause SET closed_at = :at, version = version + 1
            WHERE id = :id AND version = :version AND (closed_at IS NULL) <> (:at IS NULL)
            """)
    int close(long id, long version, @Nullable Instant at);

    /// Lets a person's word stand: the rules leave the case alone from now on.
    ///
    /// @param seen the cause that the person saw; null for none
    @Query(
            """
            UPDATE cases SET cause_id = :causeId, cause_by_hand = TRUE
            WHERE id = :caseId AND state <> 'MERGED' AND cause_id <=> :seen
            """)
    int put(long caseId, @Nullable Long causeId, @Nullable Long seen);

    /// Adds a case that no cause has and no person has decided about.
    @Query(
            """
            UPDATE cases SET cause_id = :causeId
            WHERE id = :caseId AND cause_id IS NULL AND NOT cause_by_hand AND state <> 'MERGED'
            """)
    int group(long caseId, long causeId);

    /// The cases of a cause, those that are open first, the most urgent first.
    @Query(
            """
            SELECT c.id, c.state, p.author_handle, p.published_at, p.title,
              LEFT(p.text, 280) AS words, c.acknowledged_at, c.answered_at,
              a.name AS assignee
            FROM cases c JOIN mention m ON m.id = c.mention_id JOIN post p ON p.id = m.post_id
            LEFT JOIN member a ON a.id = c.assignee_id
            WHERE c.cause_id = :causeId AND c.state <> 'MERGED'
            ORDER BY c.state <> 'OPEN', c.priority DESC, c.id DESC LIMIT :most
            """)
    List<CauseCase.Read> findCases(long causeId, int most);

    /// What a case belongs to.
    ///
    /// @param byHand whether a person decided so
    @Introspected
    record Belonging(long id, long brandId, String state, @Nullable Long causeId, boolean byHand) {}
}
