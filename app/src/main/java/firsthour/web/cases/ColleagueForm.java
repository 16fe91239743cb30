package firsthour.web.cases;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// Words to a colleague as they are typed.
///
/// @param version of the case, as the person saw it
/// @param queue the list beside it, as the query of an address; null on a page of its own
/// @param colleague an id; null or empty where nobody was chosen
@Introspected
record ColleagueForm(
        long version, @Nullable String queue, @Nullable String colleague, @Nullable String note) {

    /// Whom the reader chose; 0, which nobody is, for nobody.
    long member() {
        return member(colleague);
    }

    /// The same of a field alone.
    static long member(@Nullable String chosen) {
        return chosen != null && chosen.matches("\\d{1,18}") ? Long.parseLong(chosen) : 0;
    }
}
