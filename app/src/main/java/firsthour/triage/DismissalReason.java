package firsthour.triage;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

/// Why a case was closed without a reply.
public enum DismissalReason {
    NOT_ABOUT_US(mark("not about us")),
    NOT_A_COMPLAINT(mark("not a complaint")),
    SPAM(mark("spam")),
    DUPLICATE(mark("a duplicate")),
    SOLVED_ELSEWHERE(mark("solved elsewhere")),
    OTHER(mark("another reason"));

    private final String words;

    DismissalReason(String words) {
        this.words = words;
    }

    /// As people read it.
    public String words() {
        return t(words);
    }
}
