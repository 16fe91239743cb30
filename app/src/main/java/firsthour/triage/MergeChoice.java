package firsthour.triage;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// An open case with which another one may be merged.
///
/// @param version as it stands now; goes into the deed
/// @param words who wrote, and how it begins
/// @param sameCustomer whether the same customer wrote both
public record MergeChoice(long id, long version, String words, boolean sameCustomer) {

    @Introspected
    record Read(
            long id,
            long version,
            @Nullable String authorHandle,
            @Nullable String title,
            String words,
            @Nullable Integer same) {

        MergeChoice told() {
            var begins = title == null || title.isBlank() ? words : title;
            return new MergeChoice(
                    id,
                    version,
                    authorHandle == null ? begins : authorHandle + ": " + begins,
                    same != null && same == 1);
        }
    }
}
