package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.causes.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What several customers write about. Its cases are those of `GET /cases?text=cause:{id}`.
///
/// @param facts what every colleague should know who replies; null where nothing is written
/// @param openedAt when it was made
/// @param since when the first of its cases was opened, or when it was made, whichever was earlier
/// @param closedAt null while the rules may add to it
/// @param voices how many customers wrote about it
/// @param open how many of its cases are open
/// @param version goes into the next deed
@JsonInclude(JsonInclude.Include.ALWAYS)
record CauseJson(
        long id,
        long brandId,
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

    static CauseJson of(Cause cause) {
        return new CauseJson(
                cause.id(),
                cause.brandId(),
                cause.title(),
                cause.facts().orElse(null),
                cause.openedAt(),
                cause.since(),
                cause.closedAt().orElse(null),
                cause.voices(),
                cause.cases(),
                cause.open(),
                cause.answered(),
                cause.version());
    }
}
