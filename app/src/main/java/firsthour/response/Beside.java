package firsthour.response;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What stands beside a reply while it is written.
///
/// @param thread what was said on this case, the oldest first
/// @param earlier what the same author wrote about the brand before, the newest first
/// @param cause what several customers write about, this one among them; empty where nobody else
///   does
/// @param topics what this case is about; empty where nobody knows
/// @param told what others were told about one of these topics, the newest first
public record Beside(
        List<Turn> thread,
        List<Earlier> earlier,
        Optional<SameCause> cause,
        List<String> topics,
        List<Told> told) {
    public Beside {
        thread = List.copyOf(thread);
        earlier = List.copyOf(earlier);
        topics = List.copyOf(topics);
        told = List.copyOf(told);
    }

    /// Something that was said on this case.
    ///
    /// @param ours whether we said it
    /// @param who the customer's account, or the member's name; empty where it is not known
    public record Turn(Instant at, boolean ours, Optional<String> who, String text) {}

    /// Another post of the same author.
    ///
    /// @param caseId empty where it was no case
    /// @param told what was replied last; empty where nothing was
    public record Earlier(Instant at, String text, Optional<Long> caseId, Optional<String> told) {}

    /// What several customers write about.
    ///
    /// @param facts what every colleague should know who replies
    /// @param told what the others were told, the newest first
    public record SameCause(long id, String title, Optional<String> facts, List<Told> told) {
        public SameCause {
            told = List.copyOf(told);
        }
    }

    /// What somebody else was told.
    ///
    /// @param who said it; empty where it was found on the network alone
    /// @param whom the customer's account; empty where it is not known
    public record Told(
            Instant at, Optional<String> who, Optional<String> whom, String text, long caseId) {}
}
