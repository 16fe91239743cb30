package firsthour.recovery;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/// Another author who is the customer of a case as well.
///
/// @param linkedBy who knows that
@Introspected
public record SamePerson(
        long id, String network, String handle, String linkedBy, Instant linkedAt) {}
