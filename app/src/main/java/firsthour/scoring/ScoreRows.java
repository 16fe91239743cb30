package firsthour.scoring;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ScoreRows extends GenericRepository<ScoreRow, Long> {
    void saveAll(List<ScoreRow> rows);

    Optional<ScoreRow> findById(long mentionId);

    /// An edited post is judged anew: its former score goes.
    @Query("DELETE FROM score WHERE mention_id IN (:mentionIds)")
    void forget(List<Long> mentionIds);
}
