package firsthour.web.causes;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// Into which cause a case is put.
///
/// @param seen the cause in which the person saw it; empty or null for none
/// @param cause the id of one that was chosen; empty or null for a new one
/// @param title of a new one
@Introspected
record CaseCauseForm(@Nullable String seen, @Nullable String cause, @Nullable String title) {

    /// The cause in which the person saw it; null for none.
    @Nullable Long seenId() {
        return number(seen);
    }

    /// The one that was chosen; null for a new one.
    @Nullable Long causeId() {
        return number(cause);
    }

    private static @Nullable Long number(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
    }
}
