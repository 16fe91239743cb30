package firsthour.clocks;

/// What is owed to the customer.
public enum ClockKind {
    /// A first public word that we have seen it.
    ACKNOWLEDGEMENT("acknowledgement"),
    /// A public reply of substance.
    ANSWER("answer"),
    /// A public reply to what the customer wrote after we had spoken.
    NEXT_REPLY("next reply");

    private final String words;

    ClockKind(String words) {
        this.words = words;
    }

    /// As it stands in a sentence: "the acknowledgement".
    public String words() {
        return words;
    }
}
