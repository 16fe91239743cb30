package firsthour.web.cases;

import firsthour.sentiment.Polarity;
import io.micronaut.core.annotation.Introspected;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person says that a post really is.
///
/// @param mention which post of the case
/// @param polarity its name, or [#NONE]
/// @param seen the id of the correction that stood on the page; 0 for none
/// @param queue the list beside it, as the query of an address; null on a page of its own
@Introspected
record CorrectionForm(long mention, @Nullable String polarity, long seen, @Nullable String queue) {
    /// In place of a polarity: takes back the correction that stands.
    static final String NONE = "NONE";

    /// What the person said; empty where it is nothing that a post can be.
    Optional<Polarity> findPolarity() {
        return Arrays.stream(Polarity.values())
                .filter(each -> each.name().equals(polarity))
                .filter(each -> each != Polarity.UNDETERMINED)
                .findFirst();
    }
}
