package firsthour.web.queue;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// Filters that are to be kept under a name, or a view that is changed.
///
/// @param team with which it is shared; empty for nobody
/// @param filters of the list on which the form stands
/// @param version of the view as it was seen; 0 for a new one
@Introspected
record ViewForm(
        @Nullable String name,
        @Nullable String team,
        @Nullable String filters,
        @Nullable Long version) {}
