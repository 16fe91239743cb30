package firsthour.reporting.month;

import java.time.Instant;

/// A case that was opened.
///
/// @param source where it came from
/// @param post that it was opened for
record Opened(
        long caseId,
        long mentionId,
        long source,
        String post,
        String author,
        boolean review,
        Instant published) {}
