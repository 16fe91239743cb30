package firsthour.alerts;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A case as it is now, and the event that is told about it.
///
/// @param kind COMPLAINT, INQUIRY or LOOK
/// @param state OPEN, RESOLVED or DISMISSED
/// @param reason why triage opened it
/// @param priorityReasons JSON array of {points, reason}
/// @param deletedAt when the post went; title, text and author are gone with it
/// @param closedBy who dismissed or resolved it
/// @param repliedBy whose reply came first; null where none is, or it was found on the network
/// @param ackDueAt when an acknowledgement is due; null while no such clock runs
/// @param clockKind the clock that the event is about; null for a new case
/// @param clockState RUNNING, MET, BREACHED or CANCELLED
/// @param clockBreachedAt null also after the breach was withdrawn
/// @param lookState of the second look that the event is about; null where it is about none
/// @param team whose case it is where nobody keeps it; null for no team in particular
/// @param promiseState of the promise that the event is about; null where it is about none
@Introspected
record CaseFacts(
        long caseId,
        String kind,
        String state,
        int priority,
        String priorityReasons,
        @Nullable String reason,
        String brand,
        String zone,
        boolean sample,
        String source,
        @Nullable String title,
        String text,
        @Nullable String url,
        @Nullable String authorHandle,
        @Nullable String authorName,
        @Nullable Long followers,
        @Nullable Long reposts,
        @Nullable Integer rating,
        Instant publishedAt,
        @Nullable Instant deletedAt,
        @Nullable String assignee,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant answeredAt,
        @Nullable String repliedBy,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String dismissalReason,
        @Nullable Instant ackDueAt,
        @Nullable String clockKind,
        @Nullable String clockState,
        @Nullable Instant clockDueAt,
        @Nullable Instant clockMetAt,
        @Nullable Instant clockBreachedAt,
        @Nullable String lookState,
        @Nullable Instant lookDueAt,
        @Nullable String team,
        @Nullable String promiseState,
        @Nullable Instant promiseDueAt,
        @Nullable Instant promiseKeptAt) {

    boolean isOpen() {
        return state.equals("OPEN");
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    /// Whose business it is: the assignee's, else the team's; empty where it is everybody's.
    Optional<String> addressee() {
        return Optional.ofNullable(assignee).or(() -> Optional.ofNullable(team));
    }
}
