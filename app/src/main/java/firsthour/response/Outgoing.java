package firsthour.response;

import static firsthour.language.Texts.t;

import firsthour.triage.ReplyKind;

/// A reply that is posted from here, as far as it got.
///
/// @param unsure it may stand on the network although nobody has seen it there
/// @param detail why it does not stand there, a sentence; empty where there is nothing to say
public record Outgoing(
        long id, ReplyKind kind, String text, State state, boolean unsure, String detail) {

    /// How it stands, and what happens next.
    public String words() {
        // What we said of it is stored in English; what the network said stays as it is.
        var said = t(detail);
        var why = said.isEmpty() || said.endsWith(".") ? said : said + ".";
        return switch (state) {
            case PENDING, SENDING ->
                    unsure
                            ? t(
                                    "Nobody knows yet whether it was posted. {0} It is looked for, and sent again only if it is not there.",
                                    why)
                            : t("Not posted yet. {0} It is tried again by itself.", why);
            case FAILED ->
                    unsure
                            ? t(
                                    "It may have been posted. {0} Look at the post before you try again.",
                                    why)
                            : t("Not posted. {0}", why);
            case SENT -> t("Posted.");
            case DROPPED -> t("Given up.");
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
