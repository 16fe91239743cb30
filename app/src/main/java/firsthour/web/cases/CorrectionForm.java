package firsthour.web.cases;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// What a person says that a post really is.
///
/// @param mention which post of the case
/// @param seen the id of the correction that stood on the page; 0 for none
/// @param queue the list beside it, as the query of an address; null on a page of its own
@Introspected
record CorrectionForm(long mention, @Nullable String polarity, long seen, @Nullable String queue) {}
