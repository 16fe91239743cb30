package firsthour.web.cases;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// A private contact as it is typed.
///
/// @param version of the case, as the person saw it
/// @param queue the list beside it, as the query of an address; null on a page of its own
/// @param reason the way, by its constant; null where none was chosen
/// @param postedAt date and time in the reader's zone
@Introspected
record ContactForm(
        long version,
        @Nullable String queue,
        @Nullable String reason,
        @Nullable String note,
        @Nullable String postedAt) {}
