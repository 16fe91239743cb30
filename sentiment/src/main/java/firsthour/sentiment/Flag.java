package firsthour.sentiment;

import java.util.Locale;

/// What a post is beside its polarity.
public enum Flag {
    /// Something is asked of the brand.
    QUESTION,
    /// The brand is praised.
    PRAISE,
    /// The words may mean their opposite; the polarity is less sure than its probability says.
    IRONY;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
