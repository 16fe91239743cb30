package firsthour.web.cases;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// Why no reply is needed, as it is chosen.
///
/// @param version of the case, as the person saw it
/// @param queue the list beside it, as the query of an address; null on a page of its own
/// @param reason a constant's name; null where none was chosen
@Introspected
record LeaveForm(long version, @Nullable String queue, @Nullable String reason) {}
