package firsthour.web.cases;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// An answer to a colleague's question as it is typed.
///
/// @param queue the list beside the case, as the query of an address; null on a page of its own
@Introspected
record HelpForm(@Nullable String queue, @Nullable String note) {}
