package firsthour.http;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// What a network said about the requests that are left.
///
/// @param remaining requests left in the current window, 0 or more; empty when it did not say
/// @param resetsAt when the window starts anew; empty when it did not say
public record Rate(OptionalLong remaining, Optional<Instant> resetsAt) {}
