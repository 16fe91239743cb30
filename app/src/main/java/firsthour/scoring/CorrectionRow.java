package firsthour.scoring;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a person said of a mention, and what the model had said of it by then.
///
/// @param negative the model's probability; null where it gave none
/// @param complaint the model's probability; null where it gave none
/// @param flagged whether the mention belonged to a case by then
@MappedEntity("correction")
record CorrectionRow(
        @Id @GeneratedValue long id,
        long mentionId,
        long memberId,
        String polarity,
        @Nullable String wasPolarity,
        @Nullable Double negative,
        @Nullable Double complaint,
        @Nullable String model,
        boolean flagged,
        Instant correctedAt) {}
