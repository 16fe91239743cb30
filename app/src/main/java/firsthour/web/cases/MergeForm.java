package firsthour.web.cases;

import firsthour.triage.Mergers.Pair;
import firsthour.web.shell.Pages;
import io.micronaut.core.annotation.Introspected;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which case is merged with this one.
///
/// @param version of the case, as the person saw it
/// @param queue the list beside it, as the query of an address; null on a page of its own
/// @param other number and version of a case that was chosen: "12-3"; null or empty for none
/// @param number of one that was typed instead
/// @param keep `this`, `other`, or anything else for the older
@Introspected
record MergeForm(
        long version,
        @Nullable String queue,
        @Nullable String other,
        @Nullable String number,
        @Nullable String keep) {
    private static final Pattern NAMED = Pattern.compile("#?(\\d{1,18})(?:-(\\d{1,18}))?");

    /// What was typed counts more than what was chosen.
    Pair pair(long caseId) {
        var typed = Pages.text(number).strip();
        var named = NAMED.matcher(typed.isEmpty() ? Pages.text(other).strip() : typed);
        long otherId = named.matches() ? Long.parseLong(named.group(1)) : 0;
        return new Pair(
                caseId,
                version,
                otherId,
                otherId != 0 && named.group(2) != null
                        ? OptionalLong.of(Long.parseLong(named.group(2)))
                        : OptionalLong.empty(),
                switch (Pages.text(keep)) {
                    case "this" -> OptionalLong.of(caseId);
                    case "other" -> OptionalLong.of(otherId);
                    default -> OptionalLong.empty();
                });
    }
}
