package firsthour.web.causes;

import firsthour.causes.Cause;
import firsthour.causes.CauseCase;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cause with its cases.
///
/// @param mayWork whether the reader may change it
/// @param title as it stands, or was typed
/// @param facts as they stand, or were typed
/// @param told what is wrong with what the reader just did; null where nothing is
@Introspected
public record CauseView(
        Cause cause,
        List<CauseCase> cases,
        boolean mayWork,
        String title,
        String facts,
        FormErrors errors,
        @Nullable Notice told) {

    /// All causes.
    @Introspected
    public record All(List<Cause> causes) {}

    /// The cause of a case, on its page.
    ///
    /// @param cause null where it has none
    /// @param choices others into which it may be put
    /// @param typed a title that was typed and not taken
    /// @param told what became of what the reader just did; null when nothing was done
    @Introspected
    public record OfCase(
            long caseId,
            @Nullable Cause cause,
            List<Cause.Choice> choices,
            boolean mayWork,
            String typed,
            FormErrors errors,
            @Nullable Notice told) {}
}
