package firsthour.sentiment;

import java.util.Locale;

/// The label of a score.
public enum Polarity {
    NEGATIVE,
    NEUTRAL,
    POSITIVE,
    /// The text's language is not known to the model, or nothing was said. Low confidence is a
    /// number of its own.
    UNDETERMINED;

    /// The label as it stands in JSON and in the database: `negative`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
