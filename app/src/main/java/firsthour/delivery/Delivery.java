package firsthour.delivery;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One message to one channel, as the log shows it: without text and without secrets.
///
/// @param rule the kind of rule that told it; [Deliveries#TEST] for a test
/// @param caseId the case it is about; null for a test
/// @param attempts requests made so far
/// @param unsure whether an attempt ended without an answer, so that it may have arrived twice
/// @param lastAnswer what the far end said last; null before the first attempt
@Introspected
public record Delivery(
        long id,
        long channelId,
        String channel,
        String rule,
        @Nullable Long caseId,
        DeliveryState state,
        int attempts,
        Instant nextAttemptAt,
        boolean unsure,
        @Nullable String lastAnswer,
        Instant createdAt,
        @Nullable Instant sentAt) {}
