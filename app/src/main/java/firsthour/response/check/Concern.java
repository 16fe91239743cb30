package firsthour.response.check;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

/// What a finding is about. The constant is stored with a waiver; the label is read by people.
public enum Concern {
    LENGTH(mark("Length")),
    CAPITALS(mark("Capitals")),
    SPELLING(mark("Spelling")),
    GRAMMAR(mark("Grammar")),
    TONE(mark("Tone")),
    PRIVATE_DATA(mark("Private data")),
    PROMISE(mark("Promise")),
    LIKENESS(mark("Stock reply")),
    CUSTOMER_NAME(mark("The customer's name")),
    STAFF_NAME(mark("Your name")),
    QUOTE(mark("What they wrote")),
    QUESTIONS(mark("Their questions")),
    NEXT_STEP(mark("Next step"));

    private final String label;

    Concern(String label) {
        this.label = label;
    }

    public String label() {
        return t(label);
    }

    /// Whether a person may post it anyway, with a reason: a network takes no longer text for a
    /// good reason either.
    public boolean waivable() {
        return this != LENGTH;
    }
}
