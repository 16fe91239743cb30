package firsthour.response.check;

/// What a finding is about. The constant is stored with a waiver; the label is read by people.
public enum Concern {
    LENGTH("Length"),
    CAPITALS("Capitals"),
    SPELLING("Spelling"),
    GRAMMAR("Grammar"),
    TONE("Tone"),
    PRIVATE_DATA("Private data"),
    PROMISE("Promise"),
    LIKENESS("Stock reply"),
    CUSTOMER_NAME("The customer's name"),
    STAFF_NAME("Your name"),
    QUOTE("What they wrote"),
    QUESTIONS("Their questions"),
    NEXT_STEP("Next step");

    private final String label;

    Concern(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// Whether a person may post it anyway, with a reason: a network takes no longer text for a
    /// good reason either.
    public boolean waivable() {
        return this != LENGTH;
    }
}
