package firsthour.triage;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SavedViewRows extends GenericRepository<SavedViewRow, Long> {

    /// Views with the names of their owners and teams.
    String NAMED =
            """
            SELECT v.id, v.member_id, m.name AS owner_name, v.team_id, g.name AS team_name, v.name,
              v.filters, v.version
            FROM queue_view v
            JOIN member m ON m.id = v.member_id
            LEFT JOIN team g ON g.id = v.team_id
            """;

    SavedViewRow save(SavedViewRow row);

    @Query(NAMED + "WHERE v.id = :id")
    Optional<SavedViewRow.Named> find(long id);

    /// What somebody keeps, and what is shared with the teams to which they belong; for a manager
    /// also what is shared by somebody who is gone, since nobody else can change it.
    @Query(
            NAMED
                    + """
                    WHERE v.member_id = :reader OR EXISTS (
                      SELECT 1 FROM team_member t
                      WHERE t.team_id = v.team_id AND t.member_id = :reader)
                      OR :manages AND v.team_id IS NOT NULL AND NOT m.active
                    ORDER BY v.name, v.id
                    """)
    List<SavedViewRow.Named> findSeenBy(long reader, boolean manages);

    @Query("SELECT COUNT(*) FROM queue_view WHERE member_id = :owner")
    int countOf(long owner);

    @Query("SELECT COUNT(*) FROM queue_view WHERE member_id = :owner AND name = :words")
    int countNamed(long owner, String words);

    /// Whoever does not manage leaves it with whom it is shared.
    @Query(
            """
            UPDATE queue_view SET name = :words, team_id = IF(:manages, :sharedWith, team_id),
              version = version + 1
            WHERE id = :id AND version = :seen
              AND (member_id = :by OR :manages AND team_id IS NOT NULL)
            """)
    int change(
            long id, long seen, String words, @Nullable Long sharedWith, long by, boolean manages);

    @Query(
            """
            DELETE FROM queue_view
            WHERE id = :id AND version = :seen
              AND (member_id = :by OR :manages AND team_id IS NOT NULL)
            """)
    int remove(long id, long seen, long by, boolean manages);
}
