package firsthour.http;

import java.time.Instant;
import java.util.Optional;

/// No answer that could be used.
///
/// @param detail for a person; names the host, never the query or a header
/// @param until of a request that was held back: when it may be sent
public record NoAnswer(Why why, String detail, Optional<Instant> until) implements Result {

    public NoAnswer(Why why, String detail) {
        this(why, detail, Optional.empty());
    }

    /// Each has one remedy.
    public enum Why {
        /// Our own guard: the address is private, or not http or https. Nothing was sent there.
        FORBIDDEN,
        /// No such name, nobody listens, or no trusted encryption. Nothing was sent.
        UNREACHABLE,
        /// Our own meter: the network allows no more requests for now. Nothing was sent.
        HELD_BACK,
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
