package firsthour.team;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AvailabilityRows extends GenericRepository<AvailabilityRow, Long> {

    @Query("SELECT * FROM availability WHERE member_id = :id")
    Optional<AvailabilityRow> find(long id);

    @Query("SELECT * FROM availability")
    List<AvailabilityRow> list();

    @Query("SELECT member_id, skill FROM member_skill ORDER BY member_id, skill")
    List<Skill> listSkills();

    @Query("SELECT skill FROM member_skill WHERE member_id = :id ORDER BY skill")
    List<String> findSkills(long id);

    /// Makes the row that a change is then made to.
    @Query("INSERT IGNORE INTO availability (member_id, capacity) VALUES (:id, :usual)")
    void ensure(long id, int usual);

    @Query(
            """
            UPDATE availability SET capacity = :most, version = version + 1
            WHERE member_id = :id AND version = :seen
            """)
    int changeCapacity(long id, long seen, int most);

    /// An absence begins now at the earliest: whatever somebody has by then is passed on. Who is
    /// away already has been since then, and keeps what they took meanwhile.
    @Query(
            """
            UPDATE availability SET
              away_since = IF(away_since <= :now AND (away_until IS NULL OR away_until > :now),
                away_since, GREATEST(:since, :now)),
              away_until = :until, cover_id = :cover, version = version + 1
            WHERE member_id = :id AND version = :seen
            """)
    int goAway(
            long id,
            long seen,
            Instant now,
            Instant since,
            @Nullable Instant until,
            @Nullable Long cover);

    @Query(
            """
            UPDATE availability SET away_since = NULL, away_until = NULL, cover_id = NULL,
              version = version + 1
            WHERE member_id = :id AND away_since IS NOT NULL
            """)
    int comeBack(long id);

    @Query("DELETE FROM member_skill WHERE member_id = :id")
    void forgetSkills(long id);

    @Query("INSERT INTO member_skill (member_id, skill) VALUES (:id, :word)")
    void addSkill(long id, String word);

    /// What somebody is good at.
    @Introspected
    record Skill(long memberId, String skill) {}
}
