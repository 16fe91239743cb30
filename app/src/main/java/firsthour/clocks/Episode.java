package firsthour.clocks;

import java.time.Instant;

/// What clocks are started for.
///
/// @param number 1 when the case is opened, one more each time that it is reopened
/// @param from when the post was detected, or when a person's deed opened the episode
public record Episode(long caseId, int number, Instant from) {}
