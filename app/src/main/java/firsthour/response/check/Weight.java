package firsthour.response.check;

/// How much a finding asks for.
public enum Weight {
    /// It is put right, or waived with a reason, before anything is posted.
    MUST,
    /// A reply is better for it; nothing waits for it.
    ADVICE
}
