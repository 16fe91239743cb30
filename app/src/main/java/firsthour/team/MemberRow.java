package firsthour.team;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.ZoneId;

@MappedEntity("member")
record MemberRow(
        @Id @GeneratedValue long id,
        String email,
        String name,
        Role role,
        String zone,
        boolean active,
        int sessionEpoch,
        String passwordHash,
        Instant createdAt,
        long version) {

    Member member() {
        return new Member(id, email, name, role, ZoneId.of(zone), active, sessionEpoch, createdAt);
    }
}
