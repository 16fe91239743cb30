package firsthour.web.recovery;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Customers who stayed silent.
///
/// @param more whether there are more than are shown
@Introspected
public record SilentView(List<Line> lines, boolean more) {

    /// One customer.
    ///
    /// @param where the brand, the network's title and the author
    /// @param assignee who has the case; null where nobody does
    public record Line(
            long caseId,
            String where,
            String text,
            int days,
            Instant waitingSince,
            @Nullable String assignee) {}
}
