package firsthour.triage;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import firsthour.clocks.ClockKind;
import java.util.List;

/// What a public word of ours is worth to the customer.
public enum ReplyKind {
    /// A first word that we have seen it.
    ACKNOWLEDGEMENT(mark("acknowledgement")),
    /// A reply of substance, which acknowledges as well.
    ANSWER(mark("answer")),
    /// One line after the answer that asks whether all is well: it answers nothing.
    FOLLOW_UP(mark("follow-up"));

    private final String words;

    ReplyKind(String words) {
        this.words = words;
    }

    /// As people read it.
    public String words() {
        return t(words);
    }

    List<ClockKind> stops() {
        return switch (this) {
            case ACKNOWLEDGEMENT -> List.of(ClockKind.ACKNOWLEDGEMENT, ClockKind.NEXT_REPLY);
            case ANSWER ->
                    List.of(ClockKind.ACKNOWLEDGEMENT, ClockKind.ANSWER, ClockKind.NEXT_REPLY);
            case FOLLOW_UP -> List.of();
        };
    }
}
