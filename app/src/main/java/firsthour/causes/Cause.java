package firsthour.causes;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What several customers write about.
///
/// @param facts what every colleague should know who replies
/// @param openedAt when it was made
/// @param since when the first of its cases was opened, or when it was made, whichever was earlier
/// @param voices how many customers wrote about it
/// @param cases how many cases it has; what was merged counts once
/// @param open how many of these are open
/// @param answered how many were answered
/// @param closedAt empty while the rules may add to it
/// @param version goes into the next deed
public record Cause(
        long id,
        long brandId,
        String brandName,
        String title,
        Optional<String> facts,
        Instant openedAt,
        Instant since,
        Optional<Instant> closedAt,
        long voices,
        long cases,
        long open,
        long answered,
        long version) {
    /// Characters of a title.
    public static final int MOST_TITLE = 120;

    /// Characters of the facts.
    public static final int MOST_FACTS = 2000;

    /// One into which a case may be put.
    @Introspected
    public record Choice(long id, String title) {}

    @Introspected
    record Read(
            long id,
            long brandId,
            String brandName,
            String title,
            @Nullable String facts,
            Instant openedAt,
            Instant since,
            @Nullable Instant closedAt,
            long voices,
            long cases,
            long open,
            long answered,
            long version) {

        Cause told() {
            return new Cause(
                    id,
                    brandId,
                    brandName,
                    title,
                    Optional.ofNullable(facts),
                    openedAt,
                    since,
                    Optional.ofNullable(closedAt),
                    voices,
                    cases,
                    open,
                    answered,
                    version);
        }
    }
}
