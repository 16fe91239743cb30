package firsthour.triage;

/// Where a case stands.
public enum CaseState {
    OPEN,
    RESOLVED,
    DISMISSED
}
