package firsthour.triage;

import firsthour.clocks.ClockKind;
import io.micronaut.core.annotation.Introspected;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One case in the queue, with all that its row shows.
///
/// @param excerpt the beginning of the post that opened it, at most 280 characters; may be empty
///   for a review of stars alone, and is for a deleted post
/// @param authorPosts how many posts about the brand this author wrote in all; 0 where the author
///   is not known
/// @param team who may take it; empty for anybody
/// @param routing why it went there, in words; empty where no rule sent it
/// @param offeredTo to whom whoever has it would hand it over
/// @param unattended nobody has it, and a manager should see to that
/// @param waitingSince since when the customer is waited for
/// @param silentDays for how many days of that nothing came, as far as people were told: 0, 3 or 7
/// @param due the word that is owed first; empty when none is, and for closed cases
public record QueueRow(
        long id,
        CaseKind kind,
        CaseState state,
        long version,
        long brandId,
        String brandName,
        String network,
        Optional<String> title,
        String excerpt,
        boolean deleted,
        Optional<String> authorHandle,
        Optional<String> authorName,
        Optional<Long> followers,
        Optional<Long> reposts,
        Optional<Integer> rating,
        int authorPosts,
        Instant publishedAt,
        Instant detectedAt,
        Priority priority,
        Optional<Due> due,
        Optional<Assignee> assignee,
        Optional<String> team,
        Optional<String> routing,
        Optional<Assignee> offeredTo,
        boolean unattended,
        Optional<Instant> acknowledgedAt,
        Optional<Instant> answeredAt,
        Optional<Instant> waitingSince,
        int silentDays,
        Optional<Instant> closedAt,
        Optional<DismissalReason> dismissalReason) {

    /// A deadline.
    ///
    /// @param soonAt when its last fifth begins
    public record Due(ClockKind kind, Instant at, Instant soonAt) {

        /// Time left; negative once it is late.
        public Duration left(Instant now) {
            return Duration.between(now, at);
        }

        public boolean isSoon(Instant now) {
            return !now.isBefore(soonAt) && !isLate(now);
        }

        public boolean isLate(Instant now) {
            return now.isAfter(at);
        }
    }

    /// Who keeps a case.
    public record Assignee(long memberId, String name) {}

    /// The row as it is read.
    @Introspected
    record Read(
            long id,
            CaseKind kind,
            CaseState state,
            long version,
            long brandId,
            String brandName,
            String network,
            @Nullable String title,
            String excerpt,
            @Nullable Instant deletedAt,
            @Nullable String authorHandle,
            @Nullable String authorName,
            @Nullable Long followers,
            @Nullable Long reposts,
            @Nullable Integer rating,
            int authorPosts,
            Instant publishedAt,
            Instant detectedAt,
            int priority,
            String priorityReasons,
            @Nullable ClockKind dueKind,
            @Nullable Instant dueAt,
            @Nullable Instant soonAt,
            @Nullable Long assigneeId,
            @Nullable String assigneeName,
            @Nullable String teamName,
            @Nullable String routingReason,
            @Nullable Long offeredToId,
            @Nullable String offeredToName,
            @Nullable Instant unattendedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant waitingSince,
            int silentDays,
            @Nullable Instant closedAt,
            @Nullable DismissalReason dismissalReason) {

        QueueRow row(PriorityJson json) {
            return new QueueRow(
                    id,
                    kind,
                    state,
                    version,
                    brandId,
                    brandName,
                    network,
                    Optional.ofNullable(title),
                    excerpt,
                    deletedAt != null,
                    Optional.ofNullable(authorHandle),
                    Optional.ofNullable(authorName),
                    Optional.ofNullable(followers),
                    Optional.ofNullable(reposts),
                    Optional.ofNullable(rating),
                    authorPosts,
                    publishedAt,
                    detectedAt,
                    json.read(priority, priorityReasons),
                    dueKind == null || dueAt == null || soonAt == null
                            ? Optional.empty()
                            : Optional.of(new Due(dueKind, dueAt, soonAt)),
                    person(assigneeId, assigneeName),
                    Optional.ofNullable(teamName),
                    Optional.ofNullable(routingReason),
                    person(offeredToId, offeredToName),
                    unattendedAt != null,
                    Optional.ofNullable(acknowledgedAt),
                    Optional.ofNullable(answeredAt),
                    Optional.ofNullable(waitingSince),
                    silentDays,
                    Optional.ofNullable(closedAt),
                    Optional.ofNullable(dismissalReason));
        }

        private static Optional<Assignee> person(@Nullable Long id, @Nullable String name) {
            return id == null || name == null
                    ? Optional.empty()
                    : Optional.of(new Assignee(id, name));
        }
    }
}
