package firsthour.triage;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

/// Why what a customer wrote wants no reply.
public enum NoReplyReason {
    THANKS(mark("the customer thanks or agrees")),
    NOT_TO_US(mark("it is not meant for us")),
    SAID_ALREADY(mark("what there is to say was said")),
    ELSEWHERE(mark("it goes on in private"));

    private final String words;

    NoReplyReason(String words) {
        this.words = words;
    }

    /// As people read it, within a sentence.
    public String words() {
        return t(words);
    }
}
