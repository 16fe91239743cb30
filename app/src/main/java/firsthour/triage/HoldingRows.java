package firsthour.triage;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface HoldingRows extends GenericRepository<CaseRow, Long> {

    @Query("UPDATE holding SET until = :now WHERE case_id = :caseId AND until IS NULL")
    int end(long caseId, Instant now);

    @Query(
            """
            INSERT INTO holding (case_id, member_id, episode, way, since)
            SELECT id, :member, episode, :way, :now FROM cases WHERE id = :caseId
            """)
    void begin(long caseId, long member, String way, Instant now);

    @Query(
            """
            SELECT h.member_id, m.name, h.way, h.since
            FROM holding h JOIN member m ON m.id = h.member_id
            WHERE h.case_id = :caseId ORDER BY h.id
            """)
    List<Holding> find(long caseId);
}
