package firsthour.response;

import firsthour.triage.ReplyKind;
import java.time.Instant;
import java.util.Optional;

/// One thing in the history of a case.
public sealed interface TimelineEntry {

    /// When it happened, which may be before it became known.
    Instant at();

    /// Where it stands among the others.
    default Instant place() {
        return at();
    }

    /// The customer wrote.
    record CustomerWrote(Instant at, long mentionId, Optional<String> author)
            implements TimelineEntry {}

    /// We replied in public.
    ///
    /// @param recordedAt when it became known here
    /// @param who recorded it; empty where it was found on the network alone
    record WeReplied(
            Instant at,
            Instant recordedAt,
            Optional<String> who,
            ReplyKind kind,
            String text,
            Optional<String> url,
            boolean found)
            implements TimelineEntry {
        @Override
        public Instant place() {
            return found ? at : new EnteredTime(at).among(recordedAt);
        }
    }

    /// Something was done, or became due.
    ///
    /// @param words a sentence
    record Happened(Instant at, String words) implements TimelineEntry {}

    /// We spoke with the customer out of sight of others.
    ///
    /// @param recordedAt when somebody told it
    /// @param how "by phone"
    /// @param note words for colleagues
    record InPrivate(Instant at, Instant recordedAt, String who, String how, Optional<String> note)
            implements TimelineEntry {
        @Override
        public Instant place() {
            return new EnteredTime(at).among(recordedAt);
        }
    }

    /// A finding of the check was let stand.
    ///
    /// @param what the finding was about: "Spelling"
    record Waived(Instant at, String who, String what, String reason) implements TimelineEntry {}

    /// Words for colleagues.
    record Noted(Instant at, String text) implements TimelineEntry {}
}
