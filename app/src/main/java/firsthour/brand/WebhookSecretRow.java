package firsthour.brand;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/// A source's secret.
///
/// @param sealed encrypted
@MappedEntity("webhook_secret")
record WebhookSecretRow(@Id long sourceId, String sealed, Instant madeAt) {}
