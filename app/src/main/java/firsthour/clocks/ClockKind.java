package firsthour.clocks;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

/// What is owed: to the customer, and before that to a colleague who writes.
public enum ClockKind {
    /// A first public word that we have seen it.
    ACKNOWLEDGEMENT(mark("acknowledgement")),
    /// A public reply of substance.
    ANSWER(mark("answer")),
    /// A public reply to what the customer wrote after we had spoken.
    NEXT_REPLY(mark("next reply")),
    /// A co-worker's approval of a reply. It has no clock among those of a case, for nothing of it
    /// is owed to the customer: it ends by itself in time for them, see [LookTimes].
    SECOND_LOOK(mark("second look"));

    private final String words;

    ClockKind(String words) {
        this.words = words;
    }

    /// As it stands in a sentence: "the acknowledgement".
    public String words() {
        return t(words);
    }
}
