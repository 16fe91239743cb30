package firsthour.clocks;

/// Where a clock stands.
public enum ClockState {
    RUNNING,
    /// The customer is waited for.
    PAUSED,
    /// The word came in time.
    MET,
    /// The deadline passed without it, whether or not it came later.
    BREACHED,
    /// Nothing is owed any more: the case was dismissed, the post wants no reply, or the policy
    /// that promised it was switched off.
    CANCELLED
}
