package firsthour.team;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TeamRows extends GenericRepository<TeamRow, Long> {

    TeamRow save(TeamRow row);

    Optional<TeamRow> findById(long id);

    Optional<TeamRow> findByName(String name);

    @Query("SELECT * FROM team ORDER BY name, id")
    List<TeamRow> list();

    @Query("SELECT team_id, member_id FROM team_member")
    List<Belongs> listBelonging();

    @Query("DELETE FROM team WHERE id = :id")
    int remove(long id);

    @Query("INSERT IGNORE INTO team_member (team_id, member_id) VALUES (:team, :member)")
    int join(long team, long member);

    @Query("DELETE FROM team_member WHERE team_id = :team AND member_id = :member")
    int leave(long team, long member);

    /// Who belongs where.
    @Introspected
    record Belongs(long teamId, long memberId) {}
}
