package firsthour.clocks;

import firsthour.events.Event;
import firsthour.events.EventLog;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Starts a clock for a target of the policy that applies.
@Singleton
class Starting {
    private final ClockRows rows;
    private final Policies policies;
    private final Calendars calendars;
    private final EventLog events;

    Starting(ClockRows rows, Policies policies, Calendars calendars, EventLog events) {
        this.rows = rows;
        this.policies = policies;
        this.calendars = calendars;
        this.events = events;
    }

    /// Starts a clock where the policy promises such a word.
    ///
    /// @param askedAt when the customer wrote what it waits for; null where any word counts
    void start(ClockKind kind, Episode episode, Circumstances post, @Nullable Instant askedAt) {
        policies.findFor(post)
                .ifPresent(policy ->
                        policy.target(kind)
                                .ifPresent(
                                        target -> start(target, policy, episode, post, askedAt)));
    }

    private void start(
            Policy.Target target,
            Policy policy,
            Episode episode,
            Circumstances post,
            @Nullable Instant askedAt) {
        var applied = calendars.apply(policy, target, episode.from());
        var deadline = applied.from(episode.from()).deadline();
        var row =
                rows.save(
                        new ClockRow(
                                0,
                                episode.caseId(),
                                post.brandId(),
                                episode.number(),
                                target.kind(),
                                rows.lastRound(episode.caseId(), episode.number(), target.kind())
                                        + 1,
                                policy.id() == 0 ? null : policy.id(),
                                applied.calendar().map(Calendar::versionId).orElse(null),
                                applied.hours() instanceof BusinessHours,
                                ClockState.RUNNING,
                                target.within().toSeconds(),
                                episode.from(),
                                askedAt,
                                deadline.halfAt(),
                                deadline.warnAt(),
                                deadline.dueAt(),
                                null,
                                0,
                                deadline.halfAt(),
                                null,
                                null,
                                null));
        events.append(
                new Event.ClockStarted(
                        episode.caseId(),
                        post.brandId(),
                        row.id(),
                        row.kind().name(),
                        episode.number(),
                        row.dueAt()));
    }
}
