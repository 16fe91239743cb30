package firsthour.response;

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
interface PrivateContactRows extends GenericRepository<PrivateContact, Long> {

    PrivateContact save(PrivateContact contact);

    @Query(
            """
            SELECT c.way, c.note, c.contacted_at, c.recorded_at, m.name AS member_name
            FROM private_contact c LEFT JOIN member m ON m.id = c.member_id
            WHERE c.case_id = :caseId ORDER BY c.contacted_at, c.id
            """)
    List<Named> findNamed(long caseId);

    /// With the name of who spoke.
    @Introspected
    record Named(
            ContactWay way,
            @Nullable String note,
            Instant contactedAt,
            Instant recordedAt,
            @Nullable String memberName) {

        Contact contact() {
            return new Contact(
                    way, Optional.ofNullable(note), contactedAt, Optional.ofNullable(memberName));
        }
    }
}
