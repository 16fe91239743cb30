package firsthour.triage;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

/// What can be done to many cases at once.
public sealed interface BulkDeed {

    /// Takes what nobody has.
    record Claim() implements BulkDeed {}

    /// Gives back what one has.
    record Release() implements BulkDeed {}

    /// Closes without a reply.
    record Dismiss(DismissalReason reason, String note) implements BulkDeed {}

    /// Leaves the customers' last words without a reply.
    record Leave(NoReplyReason reason) implements BulkDeed {}

    /// Which of them it is.
    enum Kind {
        CLAIM(mark("claimed"), mark("the claim")),
        RELEASE(mark("released"), mark("the release")),
        DISMISS(mark("dismissed"), mark("the dismissal")),
        LEAVE(mark("left without a reply"), mark("“no reply needed”"));

        private final String done;
        private final String name;

        Kind(String done, String name) {
            this.done = done;
            this.name = name;
        }

        /// What became of the cases: "claimed".
        String done() {
            return t(done);
        }

        /// What is taken back: "the claim".
        public String words() {
            return t(name);
        }
    }

    /// Which of them it is.
    default Kind kind() {
        return switch (this) {
            case Claim _ -> Kind.CLAIM;
            case Release _ -> Kind.RELEASE;
            case Dismiss _ -> Kind.DISMISS;
            case Leave _ -> Kind.LEAVE;
        };
    }
}
