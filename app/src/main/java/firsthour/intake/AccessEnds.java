package firsthour.intake;

import firsthour.connectors.Budget;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the end of an access that still works.
final class AccessEnds {
    /// The end of a permission is told so long before.
    private static final Duration NOTICE = Duration.ofDays(2);

    private AccessEnds() {}

    /// What a reader must know; empty while access is renewed as it should be.
    ///
    /// @param endsAt when access ends that could not be renewed; null where it could
    /// @param detail why
    /// @param permissionEndsAt when a permission ends that was given for a time; null where it
    ///   lasts
    static Optional<Budget.Ending> find(
            @Nullable Instant endsAt,
            @Nullable String detail,
            @Nullable Instant permissionEndsAt,
            Instant now) {
        if (endsAt != null && detail != null) {
            return Optional.of(new Budget.Ending(endsAt, detail));
        }
        return permissionEndsAt != null && permissionEndsAt.isBefore(now.plus(NOTICE))
                ? Optional.of(
                        new Budget.Ending(
                                permissionEndsAt,
                                "The permission was given for a time. Allow access again."))
                : Optional.empty();
    }
}
