package firsthour.recovery;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

/// What tells that a customer was won back.
public enum SignKind {
    /// A review got more stars than it had when we replied.
    RATING_RAISED(mark("Raised the rating")),
    /// Kind words on the case.
    THANKS(mark("Said thanks")),
    /// Praise elsewhere, on any network where the author is known to be the same person.
    PRAISE(mark("Praised the brand"));

    private final String words;

    SignKind(String words) {
        this.words = words;
    }

    /// What the customer did.
    public String words() {
        return t(words);
    }
}
