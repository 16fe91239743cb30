package firsthour.triage;

/// Why what a customer wrote wants no reply.
public enum NoReplyReason {
    THANKS("the customer thanks or agrees"),
    NOT_TO_US("it is not meant for us"),
    SAID_ALREADY("what there is to say was said"),
    ELSEWHERE("it goes on in private");

    private final String words;

    NoReplyReason(String words) {
        this.words = words;
    }

    /// As people read it, within a sentence.
    public String words() {
        return words;
    }
}
