package firsthour.recovery;

/// What tells that a customer was won back.
public enum SignKind {
    /// A review got more stars than it had when we replied.
    RATING_RAISED("Raised the rating"),
    /// Kind words on the case.
    THANKS("Said thanks"),
    /// Praise elsewhere, on any network where the author is known to be the same person.
    PRAISE("Praised the brand");

    private final String words;

    SignKind(String words) {
        this.words = words;
    }

    /// What the customer did.
    public String words() {
        return words;
    }
}
