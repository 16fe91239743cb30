package firsthour.causes;

import static firsthour.language.Texts.t;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A case of a cause.
///
/// @param words how it begins; empty where there are none, or none that are kept
/// @param standing "answered", "acknowledged", "open", or how it was closed
/// @param assignee who has it; empty where nobody does
public record CauseCase(
        long id,
        boolean open,
        Optional<String> authorHandle,
        Instant publishedAt,
        String words,
        String standing,
        Optional<String> assignee) {

    @Introspected
    record Read(
            long id,
            String state,
            @Nullable String authorHandle,
            Instant publishedAt,
            @Nullable String title,
            String words,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant answeredAt,
            @Nullable String assignee) {

        CauseCase told() {
            return new CauseCase(
                    id,
                    state.equals("OPEN"),
                    Optional.ofNullable(authorHandle),
                    publishedAt,
                    title == null || title.isBlank() ? words : title + ". " + words,
                    standing(),
                    Optional.ofNullable(assignee));
        }

        private String standing() {
            if (!state.equals("OPEN")) {
                return state.equals("RESOLVED") ? t("resolved") : t("dismissed");
            }
            if (answeredAt != null) {
                return t("answered");
            }
            return acknowledgedAt == null ? t("without a word yet") : t("acknowledged");
        }
    }
}
