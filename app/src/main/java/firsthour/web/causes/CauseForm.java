package firsthour.web.causes;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// A cause as it is typed.
///
/// @param version of the cause, as the person saw it
@Introspected
record CauseForm(long version, @Nullable String title, @Nullable String facts) {}
