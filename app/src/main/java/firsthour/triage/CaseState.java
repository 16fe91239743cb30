package firsthour.triage;

/// Where a case stands.
public enum CaseState {
    OPEN,
    RESOLVED,
    DISMISSED,
    /// Its posts are another case's by now.
    MERGED
}
