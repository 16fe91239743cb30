package firsthour.delivery;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where messages go, without the secret in its address.
///
/// @param shown host and last four characters of the address
/// @param enabled false once a person switched it off
/// @param refused why the far end takes nothing any more; null while it does
/// @param nextSendAt nothing is sent before
/// @param waiting messages that are still to be sent
/// @param failed messages that were given up
/// @param trouble what the far end last said about a message that waits; null when none failed
@Introspected
public record Channel(
        long id,
        String name,
        ChannelKind kind,
        String shown,
        boolean enabled,
        @Nullable String refused,
        Instant nextSendAt,
        long waiting,
        long failed,
        @Nullable Instant lastSentAt,
        @Nullable String trouble) {}
