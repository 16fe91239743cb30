package firsthour.response;

import firsthour.triage.ReplyKind;

/// A reply that is posted from here, as far as it got.
///
/// @param unsure it may stand on the network although nobody has seen it there
/// @param detail why it does not stand there, a sentence; empty where there is nothing to say
public record Outgoing(
        long id, ReplyKind kind, String text, State state, boolean unsure, String detail) {

    /// How it stands, and what happens next.
    public String words() {
        var why = detail.isEmpty() || detail.endsWith(".") ? detail : detail + ".";
        return switch (state) {
            case PENDING, SENDING ->
                    unsure
                            ? "Nobody knows yet whether it was posted. "
                                    + why
                                    + " It is looked for, and sent again only if it is not there."
                            : "Not posted yet. " + why + " It is tried again by itself.";
            case FAILED ->
                    unsure
                            ? "It may have been posted. "
                                    + why
                                    + " Look at the post before you try again."
                            : "Not posted. " + why;
            case SENT -> "Posted.";
            case DROPPED -> "Given up.";
        };
    }

    /// Whether a person may try again or give it up.
    public boolean waitsForSomebody() {
        return state == State.FAILED || state == State.PENDING;
    }

    /// How far a reply got.
    public enum State {
        /// Waits for its next attempt.
        PENDING,
        /// An attempt is under way.
        SENDING,
        /// Stands on the network.
        SENT,
        /// Waits for a person to decide.
        FAILED,
        /// Given up by a person.
        DROPPED
    }
}
