package firsthour.team;

import firsthour.language.Language;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

@MappedEntity("member")
record MemberRow(
        @Id @GeneratedValue long id,
        String email,
        String name,
        Role role,
        String zone,
        @Nullable String language,
        boolean active,
        int sessionEpoch,
        String passwordHash,
        Instant createdAt,
        long version) {

    Member member() {
        return new Member(
                id,
                email,
                name,
                role,
                ZoneId.of(zone),
                Language.find(language).orElse(null),
                active,
                sessionEpoch,
                createdAt);
    }
}
