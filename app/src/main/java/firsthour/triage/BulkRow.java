package firsthour.triage;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("bulk")
record BulkRow(
        @Id @GeneratedValue long id,
        long memberId,
        BulkDeed.Kind deed,
        Instant doneAt,
        @Nullable Instant undoneAt) {}
