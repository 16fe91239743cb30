package firsthour.triage;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A case that was merged into another one.
///
/// @param at when it was
/// @param direct whether it was merged into this very case: what came along with another one is
///   split back after that
public record MergedCase(long id, Optional<String> authorHandle, Instant at, boolean direct) {

    @Introspected
    record Read(long id, @Nullable String authorHandle, Instant mergedAt, int direct) {

        MergedCase told() {
            return new MergedCase(id, Optional.ofNullable(authorHandle), mergedAt, direct == 1);
        }
    }
}
