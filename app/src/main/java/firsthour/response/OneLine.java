package firsthour.response;

import static firsthour.language.Texts.t;

import firsthour.response.ReplyDraft.Problem;
import firsthour.triage.ReplyKind;
import java.util.Optional;

/// A follow-up asks in one line: whoever was answered wants no second letter.
final class OneLine {
    /// Characters of a follow-up.
    private static final int MOST = 280;

    private OneLine() {}

    /// Why words are no follow-up; empty for replies of other kinds.
    static Optional<Problem> problem(ReplyKind kind, String words) {
        return kind == ReplyKind.FOLLOW_UP && (words.length() > MOST || words.indexOf('\n') >= 0)
                ? Optional.of(
                        new Problem(
                                "text",
                                t(
                                        "Ask in one line, at most {0} characters; more is an answer.",
                                        MOST)))
                : Optional.empty();
    }
}
