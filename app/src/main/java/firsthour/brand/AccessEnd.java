package firsthour.brand;

import java.time.Instant;

/// The end of an access to a network, unless somebody does something.
///
/// @param detail why it is not renewed, and what to do
/// @param readingEnds whether nothing is read after it; false where only replies end
public record AccessEnd(Instant at, String detail, boolean readingEnds) {}
