package firsthour.clocks;

/// Where a clock stands.
public enum ClockState {
    RUNNING,
    /// The word came in time.
    MET,
    /// The deadline passed without it, whether or not it came later.
    BREACHED,
    /// Nothing is owed any more: the case was dismissed.
    CANCELLED
}
