package firsthour.scoring;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("correction")
record CorrectionRow(
        @Id @GeneratedValue long id,
        long mentionId,
        long memberId,
        String polarity,
        @Nullable String wasPolarity,
        @Nullable String model,
        Instant correctedAt) {}
