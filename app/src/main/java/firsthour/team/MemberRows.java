package firsthour.team;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface MemberRows extends GenericRepository<MemberRow, Long> {

    MemberRow save(MemberRow row);

    Optional<MemberRow> findById(long id);

    Optional<MemberRow> findByEmail(String email);

    @Query("SELECT * FROM member ORDER BY active DESC, name, id")
    List<MemberRow> list();

    @Query("SELECT COUNT(*) FROM member")
    long count();

    @Query("SELECT COUNT(*) FROM member WHERE role = 'ADMIN' AND active")
    long countActiveAdmins();

    /// Holds all admins, so that two of them cannot remove each other at the same moment.
    @Query("SELECT id FROM member WHERE role = 'ADMIN' AND active ORDER BY id FOR UPDATE")
    List<Long> lockActiveAdmins();

    @Query(
            """
            UPDATE member SET role = :role, session_epoch = session_epoch + 1, version = version + 1
            WHERE id = :id AND role <> :role
            """)
    int changeRole(long id, String role);

    @Query(
            """
            UPDATE member SET active = TRUE, session_epoch = session_epoch + 1,
                version = version + 1
            WHERE id = :id AND NOT active
            """)
    int activate(long id);

    @Query(
            """
            UPDATE member SET active = FALSE, deactivated_at = :at,
                session_epoch = session_epoch + 1, version = version + 1
            WHERE id = :id AND active
            """)
    int deactivate(long id, Instant at);

    @Query(
            """
            SELECT * FROM member
            WHERE id = :id AND active AND (deactivated_at IS NULL OR deactivated_at < :since)
            """)
    Optional<MemberRow> findActiveSince(long id, Instant since);

    @Query(
            """
            UPDATE member SET password_hash = :hash, session_epoch = session_epoch + 1,
                version = version + 1
            WHERE id = :id
            """)
    int changePassword(long id, String hash);

    @Query(
            """
            UPDATE member SET name = :name, zone = :zone, language = :language,
                version = version + 1
            WHERE id = :id
            """)
    int changeProfile(long id, String name, String zone, @Nullable String language);
}
