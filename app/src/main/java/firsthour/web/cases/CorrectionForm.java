package firsthour.web.cases;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// What a person says that a post really is.
///
/// @param mention which post of the case
/// @param queue the list beside it, as the query of an address; null on a page of its own
@Introspected
record CorrectionForm(long mention, @Nullable String polarity, @Nullable String queue) {}
