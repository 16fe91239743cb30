package firsthour.recovery;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer who was answered and says nothing.
///
/// @param waitingSince since when we wait
/// @param silentDays for how many days nothing came, as far as people were told: 3 or 7
/// @param text what the customer wrote first; empty where it was deleted
/// @param assignee who has the case; null where nobody does
@Introspected
public record SilentCustomer(
        long caseId,
        String brandName,
        String network,
        @Nullable String author,
        String text,
        Instant waitingSince,
        int silentDays,
        @Nullable String assignee) {}
