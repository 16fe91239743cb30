package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.clocks.ClockKind;
import firsthour.triage.CaseKind;
import firsthour.triage.CaseState;
import firsthour.triage.DismissalReason;
import firsthour.triage.Priority;
import firsthour.triage.QueueRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A case as it stands in the queue.
///
/// @param version goes into the next deed
/// @param excerpt the beginning of the post that opened it, at most 280 characters
/// @param author the handle, else the name; null where the post was deleted or names nobody
/// @param priorityReasons why it stands where it stands
/// @param due the word that is owed first; null when none is
/// @param assignee who keeps it; null when nobody does
/// @param waitingSince since when the customer is waited for; null when nobody waits
@JsonInclude(JsonInclude.Include.ALWAYS)
record CaseJson(
        long id,
        long brandId,
        CaseKind kind,
        CaseState state,
        long version,
        String network,
        String excerpt,
        boolean deleted,
        @Nullable String author,
        @Nullable Integer rating,
        int priority,
        List<Priority.Reason> priorityReasons,
        Instant publishedAt,
        Instant detectedAt,
        @Nullable DueJson due,
        @Nullable AssigneeJson assignee,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant waitingSince,
        @Nullable Instant closedAt,
        @Nullable DismissalReason dismissalReason) {

    /// A deadline.
    ///
    /// @param soonAt when its last fifth begins
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DueJson(ClockKind kind, Instant at, Instant soonAt) {}

    /// Who keeps a case.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AssigneeJson(long memberId, String name) {}

    static CaseJson of(QueueRow row) {
        return new CaseJson(
                row.id(),
                row.brandId(),
                row.kind(),
                row.state(),
                row.version(),
                row.network(),
                row.excerpt(),
                row.deleted(),
                row.authorHandle().or(row::authorName).orElse(null),
                row.rating().orElse(null),
                row.priority().points(),
                row.priority().reasons(),
                row.publishedAt(),
                row.detectedAt(),
                row.due().map(due -> new DueJson(due.kind(), due.at(), due.soonAt())).orElse(null),
                row.assignee().map(by -> new AssigneeJson(by.memberId(), by.name())).orElse(null),
                row.acknowledgedAt().orElse(null),
                row.answeredAt().orElse(null),
                row.waitingSince().orElse(null),
                row.closedAt().orElse(null),
                row.dismissalReason().orElse(null));
    }
}
