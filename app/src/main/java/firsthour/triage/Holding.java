package firsthour.triage;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/// One pair of hands through which a case went.
///
/// @param name of the member
/// @param since when they had it
@Introspected
public record Holding(long memberId, String name, Way way, Instant since) {

    /// How somebody came to have a case.
    public enum Way {
        CLAIMED,
        ASSIGNED,
        HANDED_OVER,
        /// Stood in for somebody who went away.
        COVERED
    }
}
