package firsthour.web.promises;

import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
import firsthour.web.shell.TimeLeft;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The promises and remedies of a case.
///
/// @param mayWork whether the reader may write some down
/// @param typed what stands in the forms, by field
/// @param open the form that is open; null when all are closed
/// @param told what became of what the reader just did; null when nothing was done
@Introspected
public record PromisesView(
        long caseId,
        boolean mayWork,
        List<Line> promises,
        List<Given> remedies,
        Map<String, String> typed,
        FormErrors errors,
        @Nullable String open,
        @Nullable Notice told) {

    /// One promise.
    ///
    /// @param left how its time stands; null once nobody owes it any more
    /// @param outcome "kept", "withdrawn: …"; null while it is owed
    /// @param late whether its time has passed
    public record Line(
            long id,
            long caseId,
            String words,
            String madeBy,
            Instant dueAt,
            @Nullable TimeLeft left,
            @Nullable String outcome,
            boolean late) {}

    /// One remedy, in words.
    ///
    /// @param what "refund of 12.50 EUR"
    /// @param rule of the house
    public record Given(String what, String rule, String by, Instant at) {}

    /// What was typed in a field; empty where nothing was.
    public String at(String field) {
        return typed.getOrDefault(field, "");
    }

    /// What is owed on all cases.
    @Introspected
    public record Owed(List<Line> lines, boolean more) {}
}
