package firsthour.scoring;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("score")
record ScoreRow(
        @Id long mentionId,
        String model,
        String polarity,
        @Nullable Double negative,
        @Nullable Double neutral,
        @Nullable Double positive,
        @Nullable Double complaint,
        @Nullable Integer severity,
        @Nullable String topics,
        @Nullable String language,
        @Nullable String phrases,
        Instant judgedAt) {}
