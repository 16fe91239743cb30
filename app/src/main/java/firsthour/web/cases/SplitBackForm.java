package firsthour.web.cases;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// Which case is split back from this one.
///
/// @param version of the case, as the person saw it
/// @param queue the list beside it, as the query of an address; null on a page of its own
@Introspected
record SplitBackForm(long version, @Nullable String queue, long merged) {}
