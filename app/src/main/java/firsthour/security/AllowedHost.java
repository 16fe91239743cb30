package firsthour.security;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/// A host that an admin allowed.
@MappedEntity("allowed_host")
public record AllowedHost(@Id String host, Instant addedAt) {}
