package firsthour.web.cases;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// A reply as it is typed.
///
/// @param version of the case, as the person saw it
/// @param queue the list beside it, as the query of an address; null on a page of its own
/// @param postedAt date and time in the reader's zone
@Introspected
record ReplyForm(
        long version,
        @Nullable String queue,
        @Nullable String text,
        @Nullable String url,
        @Nullable String postedAt) {}
