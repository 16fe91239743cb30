package firsthour.response;

/// What became of a second look.
public enum SecondLookState {
    /// A colleague is waited for.
    OPEN,
    /// The words may be posted as they stand.
    APPROVED,
    /// The words are to be written anew, with a note.
    SENT_BACK,
    /// Whoever asked does not ask any more.
    WITHDRAWN,
    /// Nobody looked in time: it is waived.
    LAPSED,
    /// There was nothing to look at any more: the customer has our words, or the case was closed or
    /// passed on.
    CALLED_OFF
}
