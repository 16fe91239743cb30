package firsthour.triage;

import firsthour.clocks.ClockKind;
import java.util.List;

/// What a public word of ours is worth to the customer.
public enum ReplyKind {
    /// A first word that we have seen it.
    ACKNOWLEDGEMENT("acknowledgement"),
    /// A reply of substance, which acknowledges as well.
    ANSWER("answer"),
    /// One line after the answer that asks whether all is well: it answers nothing.
    FOLLOW_UP("follow-up");

    private final String words;

    ReplyKind(String words) {
        this.words = words;
    }

    /// As people read it.
    public String words() {
        return words;
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
