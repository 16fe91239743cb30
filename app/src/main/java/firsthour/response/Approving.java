package firsthour.response;

/// What came of an approval.
public sealed interface Approving {
    /// The words are approved. Their author posts them by hand, for nothing is posted there from
    /// here.
    record ForCopying() implements Approving {}

    /// What became of the reply, which is approved unless it was refused.
    record Sent(Dispatch dispatch) implements Approving {}
}
