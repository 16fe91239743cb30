package firsthour.connectors.file;

/// How the reading of a file ended.
public sealed interface Outcome {

    /// The file was read to its end.
    record Done(long accepted, long rejected) implements Outcome {}

    /// The file as a whole cannot be read, or not further; the rows that were handed over stay.
    ///
    /// @param message for a person: what happened, what was kept, what to do
    record Refused(String message) implements Outcome {}
}
