package firsthour.clocks;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Says how long a colleague has for a second look at a reply.
@Singleton
public class LookTimes {
    /// Minutes that are left for sending the words.
    public static final int MINUTES_TO_SEND = 5;

    private static final Duration MARGIN = Duration.ofMinutes(MINUTES_TO_SEND);

    private final ClockRows rows;
    private final Policies policies;
    private final Calendars calendars;

    LookTimes(ClockRows rows, Policies policies, Calendars calendars) {
        this.rows = rows;
        this.policies = policies;
        this.calendars = calendars;
    }

    /// When a second look lapses that is asked for now: after the policy's target, and with
    /// [#MINUTES_TO_SEND] to spare before the next deadline of the case, so that it never costs the
    /// hour. Where that lies before now, there is no time for one. Empty where the policy has none.
    ///
    /// @param post that opened the case
    public Optional<Instant> findEnd(long caseId, int episode, Circumstances post, Instant now) {
        return policies.findFor(post)
                .flatMap(policy ->
                        policy.target(ClockKind.SECOND_LOOK)
                                .map(target -> calendars.apply(policy, target, now)))
                .map(applied -> applied.from(now).deadline().dueAt())
                .map(end -> earlier(end, rows.findNextDue(caseId, episode, now)));
    }

    private static Instant earlier(Instant end, Optional<Instant> due) {
        return due.map(at -> at.minus(MARGIN)).filter(end::isAfter).orElse(end);
    }
}
