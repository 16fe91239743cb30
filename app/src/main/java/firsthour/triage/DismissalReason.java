package firsthour.triage;

/// Why a case was closed without a reply.
public enum DismissalReason {
    NOT_ABOUT_US("not about us"),
    NOT_A_COMPLAINT("not a complaint"),
    SPAM("spam"),
    DUPLICATE("a duplicate"),
    SOLVED_ELSEWHERE("solved elsewhere"),
    OTHER("another reason");

    private final String words;

    DismissalReason(String words) {
        this.words = words;
    }

    /// As people read it.
    public String words() {
        return words;
    }
}
