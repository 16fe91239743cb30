package firsthour.sentiment;

/// Judges texts. Thread-safe; the models load on first use.
public interface Scorer {

    /// Judges one text. Never throws for any text: what cannot be judged is [Polarity#UNDETERMINED]
    /// with empty figures.
    ///
    /// @param explain whether [Score#phrases()] is wanted, which costs time
    Score score(Subject subject, boolean explain);

    /// Names the models and their version, as stored with each score: at most 50 characters.
    String version();
}
