package firsthour.web.team;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// An absence as it is typed, in the reader's zone.
@Introspected
record AwayForm(
        long version, @Nullable String since, @Nullable String until, @Nullable String cover) {}
