package firsthour.web.cases;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// A dismissal as it is typed.
///
/// @param version of the case, as the person saw it
/// @param queue the list beside it, as the query of an address; null on a page of its own
/// @param reason a constant's name; null where none was chosen
@Introspected
record DismissForm(
        long version, @Nullable String queue, @Nullable String reason, @Nullable String note) {}
