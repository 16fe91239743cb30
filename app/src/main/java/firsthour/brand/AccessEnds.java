package firsthour.brand;

import firsthour.connectors.Budget;
import firsthour.connectors.Consenting;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the end of an access from what is stored of a source.
@Singleton
public class AccessEnds {
    private final Networks networks;

    AccessEnds(Networks networks) {
        this.networks = networks;
    }

    /// What is stored of a source.
    ///
    /// @param endsAt when access ends that could not be renewed; null where it could
    /// @param detail why; null where it could
    /// @param permissionEndsAt when a permission ends that was given for a time; null where it
    ///   lasts
    public record Ends(
            String network,
            @Nullable Instant endsAt,
            @Nullable String detail,
            @Nullable Instant permissionEndsAt) {}

    /// What a reader must know while it still works; empty while access is renewed as it should be,
    /// and after its end.
    public Optional<AccessEnd> find(Ends ends, Instant now) {
        if (ends.endsAt() != null && ends.detail() != null && ends.endsAt().isAfter(now)) {
            return Optional.of(new AccessEnd(ends.endsAt(), ends.detail(), true));
        }
        return Optional.ofNullable(ends.permissionEndsAt())
                .flatMap(end -> Budget.Ending.findNear(end, now))
                .map(end ->
                        new AccessEnd(end.at(), end.detail(), isReadByPermission(ends.network())));
    }

    /// When access has ended after a moment without being renewed; empty where it has not.
    public Optional<Instant> findPassed(Ends ends, Instant after, Instant now) {
        return Optional.ofNullable(ends.endsAt())
                .or(() -> Optional.ofNullable(ends.permissionEndsAt()))
                .filter(end -> end.isAfter(after) && !end.isAfter(now));
    }

    /// Whether posts are read by what a person allowed; true where nobody is asked.
    public boolean isReadByPermission(String network) {
        return networks.findConsenting(network).map(Consenting::isReadByPermission).orElse(true);
    }
}
