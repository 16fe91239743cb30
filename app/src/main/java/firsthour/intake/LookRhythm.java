package firsthour.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How often a post is looked at again: the younger, the more often, and what belongs to a case
/// more often than what does not, because its answer is waited for.
final class LookRhythm {
    private static final List<Step> FLAGGED =
            List.of(
                    new Step(Duration.ofDays(1), Duration.ofMinutes(10)),
                    new Step(Duration.ofDays(7), Duration.ofHours(1)),
                    new Step(Duration.ofDays(90), Duration.ofDays(1)));
    private static final List<Step> OTHERS =
            List.of(
                    new Step(Duration.ofDays(1), Duration.ofHours(2)),
                    new Step(Duration.ofDays(7), Duration.ofDays(1)),
                    new Step(Duration.ofDays(30), Duration.ofDays(7)));

    private LookRhythm() {}

    /// @param until this age of the post
    private record Step(Duration until, Duration pause) {}

    /// When to look next; empty for never again.
    static Optional<Instant> next(Instant publishedAt, boolean flagged, Instant now) {
        var age = Duration.between(publishedAt, now);
        return (flagged ? FLAGGED : OTHERS)
                .stream()
                        .filter(step -> age.compareTo(step.until()) < 0)
                        .findFirst()
                        .map(step -> now.plus(step.pause()));
    }
}
