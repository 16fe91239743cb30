package firsthour.security;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ApiTokenRows extends GenericRepository<ApiTokenRow, Long> {

    ApiTokenRow save(ApiTokenRow row);

    Optional<ApiTokenRow> findById(long id);

    @Query("SELECT * FROM api_token WHERE hash = :hash AND withdrawn_at IS NULL")
    Optional<ApiTokenRow> findStanding(String hash);

    @Query(
            """
            SELECT * FROM api_token WHERE member_id = :memberId AND withdrawn_at IS NULL
            ORDER BY id DESC
            """)
    List<ApiTokenRow> listStanding(long memberId);

    /// One row of the member, so that two at once cannot both be the last that is allowed.
    @Query("SELECT id FROM member WHERE id = :memberId FOR UPDATE")
    Optional<Long> lockMember(long memberId);

    @Query(
            """
            UPDATE api_token SET withdrawn_at = :at
            WHERE id = :id AND member_id = :memberId AND withdrawn_at IS NULL
            """)
    int withdraw(long id, long memberId, Instant at);

    @Query(
            """
            UPDATE api_token SET last_used_at = :at
            WHERE id = :id AND (last_used_at IS NULL OR last_used_at <= :before)
            """)
    int use(long id, Instant at, Instant before);
}
