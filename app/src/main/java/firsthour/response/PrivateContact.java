package firsthour.response;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("private_contact")
record PrivateContact(
        @Id @GeneratedValue long id,
        long caseId,
        int episode,
        long memberId,
        ContactWay way,
        @Nullable String note,
        Instant contactedAt,
        Instant recordedAt) {}
