package firsthour.web.cases;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which posts are taken out of a case.
///
/// @param version of the case, as the person saw it
/// @param queue the list beside it, as the query of an address; null on a page of its own
/// @param mention those that were ticked; null where none was
@Introspected
record SplitForm(long version, @Nullable String queue, @Nullable List<Long> mention) {}
