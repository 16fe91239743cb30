package firsthour.scoring;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CorrectionRows extends GenericRepository<CorrectionRow, Long> {
    CorrectionRow save(CorrectionRow row);

    /// The correction that stands; 0 where there is none.
    @Query("SELECT COALESCE(MAX(id), 0) FROM correction WHERE mention_id = :mentionId")
    long getLatestId(long mentionId);

    @Query("DELETE FROM correction WHERE id = :id")
    void remove(long id);
}
