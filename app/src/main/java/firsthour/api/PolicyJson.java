package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.clocks.ClockKind;
import firsthour.clocks.Policies;
import firsthour.clocks.Policy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is promised to customers whose post meets its conditions. What is null asks nothing.
///
/// @param number the same in all revisions; 0 for the standard
/// @param source the id of a source
/// @param language such as “de”
/// @param minSeverity 0 to 100
/// @param calendar the id of the calendar in whose hours a target may count
@JsonInclude(JsonInclude.Include.ALWAYS)
record PolicyJson(
        int number,
        String name,
        boolean enabled,
        @Nullable Long source,
        @Nullable String language,
        @Nullable Integer minSeverity,
        @Nullable Long calendar,
        List<TargetJson> targets) {

    /// One promise.
    ///
    /// @param withinSeconds longer than zero
    /// @param businessHours whether only the hours of the calendar count
    record TargetJson(ClockKind kind, long withinSeconds, boolean businessHours) {}

    /// When a word would be due.
    ///
    /// @param receipt how that comes about, in UTC
    record DueJson(ClockKind kind, Instant dueAt, String receipt) {
        static DueJson of(Policies.Due due) {
            return new DueJson(due.kind(), due.at(), due.receipt());
        }
    }

    /// What a post would be promised.
    ///
    /// @param policy null where it would be promised nothing
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ForeseenJson(Instant at, @Nullable String policy, List<DueJson> due) {}

    static PolicyJson of(Policy policy) {
        var scope = policy.scope();
        return new PolicyJson(
                policy.number(),
                policy.name(),
                policy.enabled(),
                scope.sourceId().isPresent() ? scope.sourceId().getAsLong() : null,
                scope.language().orElse(null),
                scope.minSeverity().isPresent() ? scope.minSeverity().getAsInt() : null,
                policy.calendarId().isPresent() ? policy.calendarId().getAsLong() : null,
                policy.targets().stream()
                        .map(target ->
                                new TargetJson(
                                        target.kind(),
                                        target.within().toSeconds(),
                                        target.business()))
                        .toList());
    }
}
