package firsthour.delivery;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("delivery")
record DeliveryRow(
        @Id @GeneratedValue long id,
        long channelId,
        String idempotencyKey,
        String rule,
        @Nullable Long eventId,
        DeliveryState state,
        int attempts,
        Instant nextAttemptAt,
        boolean unsure,
        @Nullable Instant troubleSince,
        @Nullable String lastAnswer,
        Instant createdAt,
        @Nullable Instant sentAt) {}
