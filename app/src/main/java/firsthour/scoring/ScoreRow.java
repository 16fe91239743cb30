package firsthour.scoring;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stored score: polarity and probabilities are those toward the brand where they are known.
///
/// @param flags as [StoredFlags]; null where it was judged before they were kept
/// @param severityReasons one a line
/// @param targetRule the rule of comparison that decided; null where the model did
@MappedEntity("score")
record ScoreRow(
        @Id long mentionId,
        String model,
        String polarity,
        @Nullable Double negative,
        @Nullable Double neutral,
        @Nullable Double positive,
        @Nullable Double confidence,
        @Nullable Double complaint,
        @Nullable String flags,
        @Nullable Integer severity,
        @Nullable String severityReasons,
        @Nullable String topics,
        @Nullable String language,
        @Nullable String targetRule,
        @Nullable String phrases,
        Instant judgedAt) {}
