package firsthour.events;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("event_log")
record EventRow(
        @Id @GeneratedValue long id,
        Instant at,
        String type,
        @Nullable Long brandId,
        @Nullable Long caseId,
        @Nullable Long mentionId,
        @Nullable Long memberId,
        String data) {}
