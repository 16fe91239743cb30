package firsthour.reporting.month;

import firsthour.brand.Source;
import java.time.Instant;

/// A case that was opened.
///
/// @param post that it was opened for
record Opened(
        long caseId,
        long mentionId,
        Source source,
        String post,
        String author,
        boolean review,
        Instant published) {}
