package firsthour.clocks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What is promised to customers whose post meets its conditions.
///
/// @param id of this revision; 0 for the standard
/// @param number the same in all revisions; 0 for the standard, [#NEW] where it has none yet
/// @param calendarId whose hours are shown, and count where a target says so
/// @param enabled a disabled one applies to nothing
/// @param targets at most one of a kind, in the order of kinds
public record Policy(
        long id,
        int number,
        String name,
        Scope scope,
        OptionalLong calendarId,
        boolean enabled,
        List<Target> targets) {

    /// The share of a target after which people are warned for the first time, in percent.
    public static final int HALF_PERCENT = 50;

    /// The share of a target after which people are warned for the second time, in percent.
    public static final int WARNING_PERCENT = 80;

    /// The number of a policy that is not stored yet.
    public static final int NEW = -1;

    /// A word within the first hour, an answer within a day, and so every further one; a second
    /// look takes a quarter of an hour at most.
    public static final Policy STANDARD =
            new Policy(
                    0,
                    0,
                    "Everything",
                    Scope.ALL,
                    OptionalLong.empty(),
                    true,
                    List.of(
                            new Target(ClockKind.ACKNOWLEDGEMENT, Duration.ofHours(1), false),
                            new Target(ClockKind.ANSWER, Duration.ofHours(24), false),
                            new Target(ClockKind.NEXT_REPLY, Duration.ofHours(24), false),
                            new Target(ClockKind.SECOND_LOOK, Duration.ofMinutes(15), false)));

    public Policy {
        targets = List.copyOf(targets);
    }

    /// What is promised for one kind of word.
    Optional<Target> target(ClockKind kind) {
        return targets.stream().filter(target -> target.kind() == kind).findFirst();
    }

    /// The same, on or off.
    public Policy switched(boolean on) {
        return new Policy(id, number, name, scope, calendarId, on, targets);
    }

    boolean appliesTo(Circumstances post) {
        return enabled && scope.includes(post);
    }

    /// One promise.
    ///
    /// @param within longer than zero
    /// @param business whether only the hours of the policy's calendar count
    public record Target(ClockKind kind, Duration within, boolean business) {
        /// Longer is no promise.
        public static final Duration LONGEST = Duration.ofDays(366);

        public Target {
            if (!within.isPositive() || within.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "A target is longer than zero and at most a year: " + within);
            }
        }
    }

    /// Which posts it is for. What is empty asks nothing.
    ///
    /// @param language as in a score, "de"; an older code is taken as its newer one, "iw" as "he"
    /// @param minSeverity 0 to 100; a post whose severity is not known has none
    public record Scope(OptionalLong sourceId, Optional<String> language, OptionalInt minSeverity) {
        /// For every post.
        public static final Scope ALL =
                new Scope(OptionalLong.empty(), Optional.empty(), OptionalInt.empty());

        public Scope {
            language = language.map(code -> Locale.of(code).getLanguage());
        }

        boolean includes(Circumstances post) {
            return (sourceId.isEmpty() || sourceId.getAsLong() == post.sourceId())
                    && (language.isEmpty() || post.language().filter(this::isOurs).isPresent())
                    && (minSeverity.isEmpty()
                            || post.severity().orElse(-1) >= minSeverity.getAsInt());
        }

        /// "pt-BR" is Portuguese as well.
        private boolean isOurs(String spoken) {
            var ours = language.orElseThrow().toLowerCase(Locale.ROOT);
            var theirs = spoken.toLowerCase(Locale.ROOT);
            return theirs.equals(ours) || theirs.startsWith(ours + "-");
        }
    }
}
