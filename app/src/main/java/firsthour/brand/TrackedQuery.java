package firsthour.brand;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/// A boolean query; a post that it matches is a mention of the brand.
@MappedEntity("tracked_query")
public record TrackedQuery(
        @Id @GeneratedValue long id, long brandId, String query, Instant createdAt) {}
