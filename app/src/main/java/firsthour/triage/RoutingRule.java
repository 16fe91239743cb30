package firsthour.triage;

import java.util.Optional;

/// A rule about where new cases go.
///
/// @param place its place among the rules: the first that fits decides
/// @param tried whether this version was tried over the cases of a month
/// @param version goes into the next change
public record RoutingRule(
        long id,
        int place,
        String name,
        State state,
        RoutingConditions conditions,
        RoutingTarget target,
        boolean tried,
        long version) {

    /// Whether a rule counts.
    public enum State {
        /// Is being written.
        DRAFT,
        LIVE,
        /// Was live.
        OFF
    }

    /// What a manager writes.
    public record Draft(String name, RoutingConditions conditions, RoutingTarget target) {}

    /// What became of a change to the rules.
    public sealed interface Change {
        /// It was done.
        record Done(RoutingRule rule) implements Change {}

        /// It was not done, and nothing was changed.
        ///
        /// @param message for the person who asked
        record Refused(String message) implements Change {}

        /// There is no such rule, or not any more.
        record Gone() implements Change {}
    }

    /// The first rule that fits.
    static Optional<RoutingRule> findFirst(Iterable<RoutingRule> inOrder, RoutingFacts facts) {
        for (var rule : inOrder) {
            if (rule.conditions().fit(facts)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
