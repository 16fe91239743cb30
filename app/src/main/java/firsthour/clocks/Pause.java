package firsthour.clocks;

import java.time.Instant;

/// While the customer was waited for: this time does not count.
///
/// @param until when it ended; not in it
public record Pause(Instant from, Instant until) {}
