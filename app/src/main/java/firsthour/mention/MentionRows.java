package firsthour.mention;

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

@JdbcRepository(dialect = Dialect.MYSQL)
interface MentionRows extends GenericRepository<MentionRows.Mention, Long> {

    /// The brands that are mentioned by what came through other sources with the same links, or
    /// whose own words that is.
    @Query(
            """
            SELECT p.id AS post_id, m.brand_id
            FROM post p
            JOIN post q ON q.link_key = p.link_key AND q.source_id <> p.source_id
            JOIN mention m ON m.post_id = q.id
            WHERE p.id IN (:postIds)
            UNION
            SELECT p.id, f.brand_id
            FROM post p
            JOIN post q ON q.link_key = p.link_key AND q.source_id <> p.source_id
            JOIN found_reply f ON f.post_id = q.id
            WHERE p.id IN (:postIds)
            """)
    List<Named> findNamedElsewhere(List<Long> postIds);

    /// What was handed in cannot be looked at again.
    @Query(
            """
            UPDATE post SET look_at = :at
            WHERE id IN (:postIds) AND look_at IS NULL AND deleted_at IS NULL
              AND network NOT IN (:pushed)
            """)
    void watch(List<Long> postIds, Instant at, List<String> pushed);

    /// An edit is judged again; who mentions a brand only since the edit is new.
    @Query("UPDATE mention SET state = 'NEW', judged_again = FALSE WHERE post_id IN (:postIds)")
    int renew(List<Long> postIds);

    @Query(
            """
            SELECT id, case_id, brand_id FROM mention
            WHERE post_id IN (:postIds) AND case_id IS NOT NULL ORDER BY id
            """)
    List<OnCase> findOnCases(List<Long> postIds);

    /// Locks what is to be judged, oldest first, and what was judged before last; rows that another
    /// node holds are passed over.
    @Query(
            """
            SELECT id FROM mention WHERE state = 'NEW'
            ORDER BY judged_again, id LIMIT :most FOR UPDATE SKIP LOCKED
            """)
    List<Long> lockNew(int most);

    @Query(
            """
            SELECT m.id, m.brand_id, b.name AS brand_name, p.title, p.text, p.language, p.rating
            FROM mention m JOIN post p ON p.id = m.post_id JOIN brand b ON b.id = m.brand_id
            WHERE m.id IN (:ids) ORDER BY m.id
            """)
    List<Judgeable> findJudgeable(List<Long> ids);

    /// Only what was decided: what still waits is judged by the present model anyway.
    @Query(
            """
            UPDATE mention SET state = 'NEW', judged_again = TRUE
            WHERE id IN (:ids) AND state = 'TRIAGED'
            """)
    int judgeAgain(List<Long> ids);

    @Query("UPDATE mention SET state = 'JUDGED' WHERE id IN (:ids)")
    void setJudged(List<Long> ids);

    /// A mention that still waits to be judged goes on to triage by itself.
    @Query("UPDATE mention SET state = 'JUDGED' WHERE id = :id AND state = 'TRIAGED'")
    void retriage(long id);

    /// One that waits to be judged is left to that.
    @Query(
            """
            UPDATE mention SET state = 'JUDGED', judged_again = TRUE
            WHERE id = :id AND state IN ('JUDGED', 'TRIAGED')
            """)
    void retriageDecided(long id);

    @Query(
            """
            UPDATE mention SET state = 'JUDGED'
            WHERE post_id IN (:postIds) AND state = 'TRIAGED' AND case_id IS NOT NULL
            """)
    void weighAgain(List<Long> postIds);

    @Query("SELECT brand_id FROM mention WHERE id = :id FOR UPDATE")
    Optional<Long> lockBrandOf(long id);

    @Query("SELECT EXISTS (SELECT 1 FROM mention WHERE id = :id AND case_id IS NOT NULL)")
    boolean isFlagged(long id);

    @MappedEntity("mention")
    record Mention(@Id long id, long postId, long brandId, String state) {}

    @Introspected
    record OnCase(long id, long caseId, long brandId) {}

    @Introspected
    record Named(long postId, long brandId) {}
}
