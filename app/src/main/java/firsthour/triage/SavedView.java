package firsthour.triage;

import java.util.Optional;

/// Filters of the queue that somebody keeps under a name.
///
/// @param owner who keeps it
/// @param teamId who sees it beside its owner; empty for nobody else
/// @param filters as they stand in the address of the queue, without a question mark
/// @param version goes into the next change
public record SavedView(
        long id,
        long ownerId,
        String owner,
        Optional<Long> teamId,
        Optional<String> team,
        String name,
        String filters,
        long version) {

    /// Whether somebody may rename it and remove it: its owner, and managers where it is shared.
    public boolean mayChange(Actor actor) {
        return ownerId == actor.memberId() || (teamId.isPresent() && actor.mayOverrule());
    }

    /// What came of keeping, changing or removing one.
    public sealed interface Change {
        /// It was done.
        record Done(SavedView view) implements Change {}

        /// It was not done, and nothing was changed.
        ///
        /// @param message for the person who asked
        record Refused(String message) implements Change {}
    }
}
