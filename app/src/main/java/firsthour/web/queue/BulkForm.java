package firsthour.web.queue;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A deed on the cases that were chosen.
///
/// @param deed `claim`, `release`, or `dismiss` and `leave` with a dash and the reason
/// @param pick what was chosen, each as the case's number, a dot, and its version as it was seen
/// @param note for colleagues, where cases are dismissed
/// @param queue the list on which it was chosen, as the query of its address
@Introspected
record BulkForm(
        @Nullable String deed,
        @Nullable List<String> pick,
        @Nullable String note,
        @Nullable String queue) {}
