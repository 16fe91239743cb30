package firsthour.response;

/// What became of a promise.
public enum PromiseState {
    OPEN,
    /// In time.
    KEPT,
    /// Its time passed before it was kept, whether or not it was kept later.
    BROKEN,
    /// It does not hold any more, with a reason: the customer agreed to something else.
    WITHDRAWN
}
