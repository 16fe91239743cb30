package firsthour.triage;

/// What triage decided about a mention, as it is stored and counted.
public enum Verdict {
    /// By an own account.
    FOUND_REPLY,
    /// Too old to open a case.
    HISTORY,
    /// Part of a case that somebody else opened.
    JOINED,
    /// Opened a case.
    FLAGGED,
    /// Can be thanked.
    PRAISE,
    /// Nothing to do.
    LISTED,
    /// Not understood, and the brand does not want a look.
    UNKNOWN_LANGUAGE
}
