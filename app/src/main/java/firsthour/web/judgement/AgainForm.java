package firsthour.web.judgement;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// What is asked to be judged again.
///
/// @param since a day; published from then on
/// @param deed `again`, or anything else for a trial
@Introspected
record AgainForm(@Nullable String since, @Nullable String deed) {
    boolean isForGood() {
        return "again".equals(deed);
    }
}
