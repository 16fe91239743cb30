package firsthour.demo;

import java.time.Instant;

/// What the parts of the story share.
///
/// @param now when the story ends
record Scene(long brandId, Instant now, Agenda agenda) {}
