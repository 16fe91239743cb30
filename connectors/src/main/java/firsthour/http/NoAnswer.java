package firsthour.http;

/// No answer that could be used.
///
/// @param detail for a person; names the host, never the query or a header
public record NoAnswer(Why why, String detail) implements Result {

    /// Each has one remedy.
    public enum Why {
        /// Our own guard: the address is private, or not http or https. Nothing was sent there.
        FORBIDDEN,
        /// No such name, nobody listens, or no trusted encryption. Nothing was sent.
        UNREACHABLE,
        /// Too slow. The request may have been received.
        TIMED_OUT,
        /// More bytes than the limit. What had come was thrown away.
        TOO_LARGE,
        /// Too many redirects, or one that leads nowhere or out of the encryption.
        LOST,
        /// The connection broke, or the bytes made no sense. The request may have been received.
        BROKEN,
        /// This thread was told to stop.
        INTERRUPTED
    }
}
