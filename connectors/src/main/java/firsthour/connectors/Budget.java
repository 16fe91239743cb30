package firsthour.connectors;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// What the network may still be asked, as it said in its last answer.
///
/// @param remaining requests left in the current window; empty when the network does not say
/// @param resetsAt when the window starts anew; empty when the network does not say
public record Budget(OptionalLong remaining, Optional<Instant> resetsAt) {
    public static final Budget UNSAID = new Budget(OptionalLong.empty(), Optional.empty());
}
