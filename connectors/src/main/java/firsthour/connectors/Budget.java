package firsthour.connectors;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// What the network may still be asked, as it said in its last answer.
///
/// @param remaining requests left in the current window; empty when the network does not say
/// @param resetsAt when the window starts anew; empty when the network does not say
/// @param ending the end of an access that still works; empty while it is renewed as it should be
public record Budget(OptionalLong remaining, Optional<Instant> resetsAt, Optional<Ending> ending) {
    public static final Budget UNSAID = new Budget(OptionalLong.empty(), Optional.empty());

    /// The budget of an access whose end is not near.
    public Budget(OptionalLong remaining, Optional<Instant> resetsAt) {
        this(remaining, resetsAt, Optional.empty());
    }

    /// The same budget of an access that ends.
    public Budget endingWith(Ending end) {
        return new Budget(remaining, resetsAt, Optional.of(end));
    }

    /// When access ends, unless somebody does something.
    ///
    /// @param at after which nothing is read any more
    /// @param detail why it is not renewed, and what to do, for a person; holds no secret
    public record Ending(Instant at, String detail) {
        /// The end of a permission is told so long before.
        private static final Duration NOTICE = Duration.ofDays(2);

        /// The end of a permission that a person gave for a time; empty while it is far, and when
        /// it is past.
        public static Optional<Ending> findNear(Instant permissionEndsAt, Instant now) {
            return permissionEndsAt.isAfter(now) && permissionEndsAt.isBefore(now.plus(NOTICE))
                    ? Optional.of(
                            new Ending(
                                    permissionEndsAt,
                                    "The permission was given for a time. Allow access again."))
                    : Optional.empty();
        }
    }
}
