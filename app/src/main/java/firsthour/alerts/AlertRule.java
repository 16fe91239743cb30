package firsthour.alerts;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/// Tells one kind of event on one channel.
///
/// @param brandId the brand it is about; null for all
/// @param minPriority cases below are not told
@MappedEntity("alert_rule")
public record AlertRule(
        @Id @GeneratedValue long id,
        long channelId,
        @Nullable Long brandId,
        AlertKind kind,
        int minPriority,
        boolean enabled) {}
