package firsthour.reporting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row behind a figure: a post, and the case and the deadline that it belongs to, if any.
///
/// @param caseId null where the mention opened or joined no case
/// @param caseState OPEN, RESOLVED or DISMISSED as it is now; null without a case
/// @param assignee the name of the member who keeps the case
/// @param text the beginning of what was said, at most 400 characters; empty for a deleted post and
///   for a rating without words
/// @param rating 1 to 5 stars
/// @param author as the network shows it
/// @param judgement null for replies of our own
/// @param dueAt of the deadline that the figure counts
/// @param metAt when the deadline was met, in time or late
public record Listed(
        @Nullable Long caseId,
        @Nullable String caseState,
        @Nullable String assignee,
        @Nullable String title,
        String text,
        boolean deleted,
        @Nullable Integer rating,
        String source,
        String network,
        @Nullable String author,
        @Nullable String url,
        Instant publishedAt,
        @Nullable Judgement judgement,
        @Nullable Instant dueAt,
        @Nullable Instant metAt) {}
