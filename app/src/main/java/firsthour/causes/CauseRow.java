package firsthour.causes;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("cause")
record CauseRow(
        @Id @GeneratedValue long id,
        long brandId,
        String title,
        @Nullable String topic,
        @Nullable String facts,
        @Nullable Long madeBy,
        Instant openedAt,
        @Nullable Instant closedAt,
        long version) {}
