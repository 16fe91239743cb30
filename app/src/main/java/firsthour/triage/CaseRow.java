package firsthour.triage;

import firsthour.clocks.ClockKind;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("cases")
record CaseRow(
        @Id @GeneratedValue long id,
        long brandId,
        CaseKind kind,
        CaseState state,
        long mentionId,
        String network,
        @Nullable String authorHandle,
        @Nullable Long assigneeId,
        @Nullable Instant claimedAt,
        int priority,
        String priorityReasons,
        int episode,
        Instant episodeStartedAt,
        Instant openedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant lastWordAt,
        @Nullable Instant waitingSince,
        @Nullable Instant closedAt,
        @Nullable Instant dueAt,
        @Nullable ClockKind dueKind,
        @Nullable Instant soonAt,
        @Nullable DismissalReason dismissalReason,
        @Nullable String closingNote,
        @Nullable Long mergedIntoId,
        @Nullable Instant mergedAt,
        @Nullable Long teamId,
        @Nullable Instant unattendedAt,
        @Nullable Long offeredToId,
        long version) {}
