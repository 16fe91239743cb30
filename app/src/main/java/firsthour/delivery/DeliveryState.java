package firsthour.delivery;

/// Where a delivery stands.
public enum DeliveryState {
    /// Waits for its time.
    PENDING,
    /// A request is under way, or ended in a crash.
    SENDING,
    SENT,
    /// Given up; a person may send it again.
    FAILED
}
