package firsthour.connectors;

import java.time.Instant;
import java.util.Optional;

/// Why a network gave nothing. Each kind has one remedy, which the source's page names.
public sealed interface Refusal {

    /// What happened, for a person; holds no secret and nothing of an answer.
    String detail();

    /// Trouble that passes: a time-out, a 5xx, a broken body. Back off and try again.
    record Transient(String detail) implements Refusal {}

    /// Too many requests.
    ///
    /// @param until when the network will answer again; empty when it did not say
    record RateLimited(Optional<Instant> until, String detail) implements Refusal {}

    /// The day's or month's units are used up.
    record QuotaExhausted(Instant until, String detail) implements Refusal {}

    /// The credentials are missing, wrong or expired.
    record Unauthorised(String detail) implements Refusal {}

    /// A setting is wrong.
    ///
    /// @param field the name of the setting, as in [Descriptor#fields()]
    record Misconfigured(String field, String detail) implements Refusal {}

    /// The network, or our own guard of outgoing addresses, does not allow the request.
    record Denied(String detail) implements Refusal {}

    /// What was read is no longer there (HTTP 410): disable the source.
    record Gone(String detail) implements Refusal {}

    /// An answer that is no answer: a login page where JSON was due, an unknown shape, nothing
    /// where there were posts before. Raises an alarm; never shown as "no posts".
    ///
    /// @param answer how the answer begins, for whoever mends it: at most 300 characters in 3
    ///   lines, without what looks like a token; empty where none came
    record SourceChanged(String detail, String answer) implements Refusal {
        public SourceChanged(String detail) {
            this(detail, "");
        }

        /// Keeps the answer out of logs: it may hold a post.
        @Override
        public String toString() {
            return "SourceChanged[" + detail + "]";
        }
    }
}
