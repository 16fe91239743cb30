package firsthour.triage;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A case with what the rules of routing ask about it.
///
/// @param topics as stored: a JSON array
/// @param vip 1 where a manager named the author, else 0
@Introspected
record RoutedRow(
        long caseId,
        long brandId,
        String network,
        CaseKind kind,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Long followers,
        @Nullable Long reposts,
        @Nullable String topics,
        @Nullable String language,
        @Nullable Integer severity,
        int earlierPosts,
        int vip) {

    RoutingFacts facts() {
        return new RoutingFacts(
                caseId,
                brandId,
                network,
                kind,
                topics == null ? Set.of() : words(topics),
                Optional.ofNullable(language)
                        .map(tag -> tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0]),
                severity == null ? OptionalInt.empty() : OptionalInt.of(severity),
                Priority.readers(followers == null ? 0 : followers, reposts == null ? 0 : reposts),
                earlierPosts,
                vip > 0);
    }

    private static Set<String> words(String json) {
        return Arrays.stream(json.replaceAll("[\\[\\]\"]", "").split(","))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
