package firsthour.delivery;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("channel")
record ChannelRow(
        @Id @GeneratedValue long id,
        String name,
        ChannelKind kind,
        String url,
        String shown,
        boolean enabled,
        @Nullable String refused,
        Instant nextSendAt,
        Instant createdAt,
        long version) {}
